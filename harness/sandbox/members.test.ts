import { expect, test } from 'vitest';
import type { ProcessDetails, ProcessEntry } from '../processes/entry.ts';
import { Members } from './members.ts';
import type { SessionChange } from './sessions.ts';
import { entry } from './testing/entries.ts';

const DIRECTORY = '/tmp/run/sandbox';
const SINCE = 10_000;
const SELF = 50;
// The lineage of whoever asks: a terminal, a shell in it, the runner.
const LINEAGE = [
  entry(1, { ppid: 0, startTime: 0 }),
  entry(40, { startTime: 100 }),
  entry(SELF, { ppid: 40, startTime: 200 }),
];

function makeMembers(onSession: (change: SessionChange) => void = () => {}, groupExists = () => false): Members {
  return new Members({ directory: DIRECTORY, since: SINCE, self: SELF, onSession, groupExists });
}

function see(
  members: Members,
  entries: ProcessEntry[],
  details: Record<number, Partial<ProcessDetails>> = {},
): { born: number[]; gone: number[] } {
  const changes = members.update([...LINEAGE, ...entries], ({ pid }) => {
    const known = details[pid];
    return known && { command: [], cwd: '/', token: undefined, ...known };
  });
  return { born: changes.born.map(({ pid }) => pid), gone: changes.gone.map(({ pid }) => pid) };
}

test('knows a member by its parent, also where children stand before their parents', () => {
  const members = makeMembers();
  members.expectSession(100);
  const family = [entry(98, { ppid: 99 }), entry(99, { ppid: 100 }), entry(100, { ppid: SELF })];
  expect(see(members, family).born.toSorted()).toEqual([100, 98, 99]);
  expect(members.count).toBe(3);
});

test('knows a member by its session, its token, or its directory', () => {
  const members = makeMembers();
  members.expectSession(100);
  const entries = [101, 102, 103, 104].map((pid) => entry(pid));
  const { born } = see(members, [entry(100), entry(105, { session: 100 }), ...entries], {
    101: { token: DIRECTORY },
    102: { cwd: `${DIRECTORY}/work` },
    103: { cwd: `${DIRECTORY} (deleted)` },
    104: { cwd: `${DIRECTORY}-similar`, token: `${DIRECTORY}-similar` },
  });
  expect(born).toEqual([100, 105, 101, 102, 103]);
});

test('takes nobody who is older, who asks, or from whom he who asks descends', () => {
  const members = makeMembers();
  const everywhere = { cwd: DIRECTORY, token: DIRECTORY };
  const older = entry(60, { startTime: SINCE - 5_000 });
  expect(see(members, [older], { 1: everywhere, 40: everywhere, [SELF]: everywhere, 60: everywhere }).born).toEqual([]);
});

test('takes nobody for his directory alone who has a parent of his own', () => {
  const members = makeMembers();
  const stranger = [entry(60, { startTime: 500 }), entry(61, { ppid: 60 }), entry(62, { ppid: 40 }), entry(63)];
  const cwd = { cwd: `${DIRECTORY}/work` };
  expect(see(members, stranger, { 61: cwd, 62: cwd, 63: cwd }).born).toEqual([62, 63]);
});

test('once a member, always a member', () => {
  const members = makeMembers();
  see(members, [entry(101)], { 101: { token: DIRECTORY } });
  expect(see(members, [entry(101, { session: 7, group: 7 })])).toEqual({ born: [], gone: [] });
  expect(members.alive).toMatchObject([{ pid: 101, session: 7 }]);
  expect(see(members, [])).toEqual({ born: [], gone: [101] });
});

test('counts a zombie as gone', () => {
  const members = makeMembers();
  see(members, [entry(101)], { 101: { token: DIRECTORY } });
  expect(see(members, [entry(101, { state: 'Z' })]).gone).toEqual([101]);
  expect(see(members, [entry(102, { state: 'Z' })], { 102: { token: DIRECTORY } }).born).toEqual([]);
});

test('a later process with the pid of a member is a stranger', () => {
  const members = makeMembers();
  members.expectSession(100);
  see(members, [entry(100), entry(101, { ppid: 100 })]);
  const recycled = [entry(100, { startTime: 20_000 }), entry(101, { startTime: 20_000, session: 100 })];
  expect(see(members, recycled)).toEqual({ born: [], gone: [100, 101] });
  expect(members.sessions).toEqual([]);
});

test('a session is its own as long as anybody is in it, and not a moment longer', () => {
  const changes: SessionChange[] = [];
  const members = makeMembers((change) => changes.push(change));
  members.expectSession(100);
  see(members, [entry(100), entry(101, { session: 100 })]);
  see(members, [entry(101, { session: 100 })]);
  expect(members.sessions).toEqual([100]);

  // Twice: one look can miss a process that was just forked.
  see(members, []);
  expect(members.sessions).toEqual([100]);
  see(members, []);
  expect(members.sessions).toEqual([]);
  expect(see(members, [entry(102, { session: 100 })]).born).toEqual([]);
  expect(changes).toEqual([
    { session: 100, isOver: false },
    { session: 100, isOver: false, leader: '100@10000' },
    { session: 100, isOver: true },
  ]);
});

test('knows that somebody is there who is never seen', () => {
  let isThere = true;
  const members = makeMembers(
    () => {},
    () => isThere,
  );
  members.expectSession(100);
  see(members, [entry(100)]);
  expect(members.hasHidden).toBe(false);
  for (let looks = 0; looks < 5; looks += 1) {
    see(members, []);
    expect([members.hasHidden, members.sessions]).toEqual([true, [100]]);
  }

  isThere = false;
  see(members, []);
  see(members, []);
  expect([members.hasHidden, members.sessions]).toEqual([false, []]);
});

test('notes who has come and ended between two looks', () => {
  const members = makeMembers();
  members.expectSession(100);
  see(members, [entry(100)]);
  const zombie = entry(101, { session: 100, state: 'Z' });
  const stranger = entry(102, { state: 'Z' });
  const { passed } = members.update([...LINEAGE, entry(100), zombie, stranger], () => undefined);
  expect(passed).toEqual([zombie]);
  expect([members.hasHidden, members.count]).toEqual([true, 2]);
  see(members, [entry(100), zombie, stranger]);
  expect(members.hasHidden).toBe(false);
});

test('owns the groups of its sessions, and no group of a stranger’s', () => {
  const members = makeMembers();
  members.expectSession(100);
  see(
    members,
    [entry(100), entry(101, { ppid: 100 }), entry(60, { startTime: 500 }), entry(61, { session: 60, group: 60 })],
    {
      61: { cwd: DIRECTORY },
    },
  );
  const owned = members.alive.map((member) => [member.pid, members.ownsGroup(member)]);
  expect(owned).toEqual([
    [100, true],
    [101, true],
    [61, false],
  ]);
});

test('knows a zombie by its parent, and still when that is gone and another has adopted it', () => {
  const members = makeMembers();
  members.expectSession(100);
  const parent = entry(100);
  const stranger = entry(300, { state: 'Z', ppid: 40 });
  // It led a session of its own, and nobody has seen it alive.
  const zombie = entry(200, { state: 'Z', ppid: 100 });
  see(members, [parent, zombie, stranger]);
  expect(members.zombies).toEqual([zombie]);
  expect(members.alive.map(({ pid }) => pid)).toEqual([100]);

  const adopted = { ...zombie, ppid: 1 };
  see(members, [adopted, stranger]);
  expect(members.zombies).toEqual([adopted]);
  see(members, [stranger]);
  expect(members.zombies).toEqual([]);
});
