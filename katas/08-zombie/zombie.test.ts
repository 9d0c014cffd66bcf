import { expect, fc, forAny, type Run, type Sandbox, test } from '#harness/test.ts';

interface Stat {
  pid: number;
  name: string;
  state: string;
  ppid: number;
}

/** An adopter may take two seconds to reap what it was handed. Who waits for that seems to be at rest. */
const SLOW_ADOPTER_MS = 5_000;

/** A line as Linux writes it: after the parent come numbers and nothing else, some of them negative. */
function lineOf({ pid, name, state, ppid }: Stat): string {
  return `${pid} (${name}) ${state} ${ppid} ${pid} ${ppid} 0 -1 4194560 1021 0 4 0 2 1 0 0 20 0 7 0 123456 0`;
}

/** Has the lines read in a process of their own: a look at each, so that the first wrong one is shown alone. */
async function expectToRead(sandbox: Sandbox, stats: Stat[], diagnosis: string): Promise<void> {
  const run = await sandbox.play('parse', { args: [JSON.stringify(stats.map(lineOf))] });
  const { data } = await run.mark('read');
  const read = data as unknown[];
  for (const [index, stat] of stats.entries()) {
    const line = lineOf(stat).slice(0, 40);
    expect({ line, read: read[index] }, diagnosis).toEqual({ line, read: stat });
  }
}

const named = (name: string): Stat => ({ pid: 4711, name, state: 'S', ppid: 815 });

test('parseStat reads pid, name, state and parent off a line', async ({ sandbox }) => {
  const zombie = { pid: 2147483, name: 'true', state: 'Z', ppid: 1 };
  await expectToRead(sandbox, [named('node'), zombie], 'stat-misread');
});

test('parseStat is right also when the name has spaces in it', async ({ sandbox }) => {
  await expectToRead(sandbox, ['tmux: server', 'Web Content', 'R 1', ' '].map(named), 'split-at-spaces');
});

test('parseStat is right also when the name has parentheses in it', async ({ sandbox }) => {
  const names = ['(sd-pam)', ') R 1', 'a) Z 2 (b', ')', '((', ') S 815'];
  await expectToRead(sandbox, names.map(named), 'cut-at-the-first-parenthesis');
});

test('parseStat is right for any name', async ({ sandbox }) => {
  const name = fc.string({ unit: fc.constantFrom(...'() RSZ1a:/-é你'), maxLength: 15 });
  const pid = fc.integer({ min: 1, max: 4_194_304 });
  const stat = fc.record({
    pid,
    name,
    state: fc.constantFrom(...'RSDZTtIX'),
    ppid: fc.integer({ min: 0, max: 4_194_304 }),
  });
  await forAny(
    [fc.array(stat, { minLength: 8, maxLength: 8 })],
    (stats) => expectToRead(sandbox, stats, 'stat-misread'),
    {
      runs: 1,
    },
  );
});

test('stateOf tells asleep, stopped, zombie and gone apart', async ({ sandbox }) => {
  const run = await sandbox.play('one-life');
  const child = (await run.mark('child')).data as number;
  const seen = async (moment: string) =>
    (await run.mark(`state when ${moment}`, { otherwise: 'free-pid-is-no-error' })).data;

  await toBeIn(run, child, 'S');
  run.gate('asleep').open();
  expect({ asleep: await seen('asleep') }, 'state-not-from-the-table').toEqual({ asleep: 'S' });
  await run.signal('SIGSTOP', child);
  await toBeIn(run, child, 'T');
  run.gate('stopped').open();
  expect({ stopped: await seen('stopped') }, 'state-not-from-the-table').toEqual({ stopped: 'T' });
  await run.signal('SIGKILL', child);
  await toBeIn(run, child, 'Z');
  run.gate('ended').open();
  expect({ ended: await seen('ended') }, 'state-not-from-the-table').toEqual({ ended: 'Z' });
  expect({ reaped: await seen('reaped') }, 'state-not-from-the-table').toEqual({ reaped: 'undefined' });
});

test('stateOf is not deceived by the name of a program', async ({ sandbox }) => {
  const run = await sandbox.play('strange-name', { args: [') Z 1 (x'] });
  const { data } = await run.mark('state');
  // It sleeps while somebody else (ps) looks for it.
  const state = ['R', 'S', 'D'].includes(String(data)) ? 'alive' : data;
  expect({ 'state of who looks': state }, 'cut-at-the-first-parenthesis').toEqual({ 'state of who looks': 'alive' });
});

test('makeZombie gives the pid of a process that has ended and is still in the table', async ({ sandbox }) => {
  const run = await sandbox.play('zombies');
  await zombiesMade(run);
});

test('the parent of the zombie is the caller, or a process that it started', async ({ sandbox }) => {
  const run = await sandbox.play('zombies');
  const [zombie] = await zombiesMade(run);
  const living = (await run.processes()).map(({ pid }) => pid);
  const parent = living.includes(zombie?.ppid ?? 0) ? 'a process of this run' : `process ${zombie?.ppid}`;
  expect({ 'its parent': parent }, 'zombie-of-a-stranger').toEqual({ 'its parent': 'a process of this run' });
});

test('SIGKILL changes nothing about the zombie', async ({ sandbox }) => {
  const run = await sandbox.play('zombies');
  const [zombie] = await zombiesMade(run);
  await run.signal('SIGKILL', zombie?.pid);
  const after = (await run.zombies()).find(({ identity }) => identity === zombie?.identity);
  expect({ 'its state': after?.state }, 'reaped-too-soon').toEqual({ 'its state': 'Z' });
});

test('reap takes the zombie out of the table, and the caller lives on', async ({ sandbox }) => {
  const run = await sandbox.play('zombies');
  const made = await zombiesMade(run);
  run.gate('look').open();
  await expectReaped(run, made, 'not-reaped');
  run.gate('look again').open();
  await run.mark('lives on', { otherwise: 'died-with-its-zombies' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('makes ten zombies, and reaps them all', async ({ sandbox }) => {
  // An answer may wait for the adopter ten times, one zombie after the other.
  const run = await sandbox.play('zombies', { args: ['10'], limits: { wallMs: 10 * SLOW_ADOPTER_MS } });
  const made = await zombiesMade(run, 10);
  run.gate('look').open();
  await expectReaped(run, made, 'some-not-reaped');
});

test('reap is content when there is nothing left to reap', async ({ sandbox }) => {
  const run = await sandbox.play('loop-turns');
  await run.mark('made one', { otherwise: 'no-zombie-made' });
  await run.mark('reaped', { otherwise: 'listened-too-late', restMs: SLOW_ADOPTER_MS });
  await run.mark('reaped again', { otherwise: 'listened-too-late' });
  await run.gate('look').reachedBy(1);
  const left = (await run.zombies()).filter(({ ppid }) => ppid === run.pid).map(({ pid }) => pid);
  expect({ 'zombies left': left }, 'not-reaped').toEqual({ 'zombies left': [] });
});

test('when its parent dies instead, the zombie is gone or adopted', async ({ sandbox }) => {
  const run = await sandbox.play('zombies', { args: ['2'] });
  const made = await zombiesMade(run, 2);
  const adopter = await sandbox.findAdopter();
  for (const parent of new Set(made.map(({ ppid }) => ppid))) {
    await run.signal('SIGKILL', parent);
  }

  const kept = () => made.filter(({ pid }) => ![undefined, adopter].includes(run.seen(pid)?.ppid));
  const noneKept = { expected: 'no zombie of a parent that is dead', saw: () => `${kept().length}` };
  await run.until(() => (kept().length === 0 ? true : undefined), noneKept, { otherwise: 'not-gone-with-its-parent' });
});

/** Waits until the table shows a process of the run in that state. */
async function toBeIn(run: Run, pid: number, state: string): Promise<void> {
  await run.until(() => (run.seen(pid)?.state === state ? true : undefined), {
    expected: `process ${pid} in state ${state}`,
    saw: () => `state ${run.seen(pid)?.state ?? 'none, it is not in the table'}`,
  });
}

/** What it means when the table shows this where a zombie should be. */
const WHY_NO_ZOMBIE: Record<string, string> = {
  'not in the table': 'reaped-too-soon',
  T: 'stopped-taken-for-zombie',
};

/** The entries of the zombies that were made, while the program that made them stands still. */
async function zombiesMade(run: Run, count = 1) {
  const { data } = await run.mark('made', { otherwise: 'no-zombie-made' });
  await run.gate('look').reachedBy(1);
  const pids = data as unknown[];
  expect({ 'makeZombie gave': pids.map((pid) => typeof pid) }, 'no-pid-given').toEqual({
    'makeZombie gave': pids.map(() => 'number'),
  });

  await run.processes();
  const entries = pids.map((pid) => run.seen(Number(pid)));
  for (const [index, entry] of entries.entries()) {
    const state = entry?.state ?? 'not in the table';
    const of = `state of ${pids[index]}`;
    expect({ [of]: state }, WHY_NO_ZOMBIE[state] ?? 'alive-not-a-zombie').toEqual({ [of]: 'Z' });
  }

  expect({ zombies: new Set(pids).size }, 'reaped-too-soon').toEqual({ zombies: count });
  return entries.flatMap((entry) => entry ?? []);
}

/** Waits until reap() is over: none of the zombies may be in the table then, and whoever reaped them stands at the next gate. */
async function expectReaped(run: Run, made: readonly { pid: number }[], diagnosis: string): Promise<void> {
  await run.until(() => (run.marks('reaped').length > 0 || run.exit !== undefined ? true : undefined), NEVER_OVER, {
    otherwise: 'never-reaped',
    restMs: SLOW_ADOPTER_MS,
  });
  const caller = run.exit === undefined ? 'lives' : 'has ended';
  expect({ 'the caller': caller }, 'died-with-its-zombies').toEqual({ 'the caller': 'lives' });
  await run.gate('look again').reachedBy(1);
  // One that was handed to an adopter is not ours to reap, and some adopters take their time.
  const living = (await run.processes()).map(({ pid }) => pid);
  const left = made.map(({ pid }) => pid).filter((pid) => living.includes(run.seen(pid)?.ppid ?? 0));
  expect({ 'zombies left': left }, diagnosis).toEqual({ 'zombies left': [] });
}

const NEVER_OVER = { expected: 'reap() to be over', saw: () => 'it was not' };
