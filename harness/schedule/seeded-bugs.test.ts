// Each program of testing/programs/seeded holds one mistake that people make in locks, and no other. How many processes and preemptions
// show a mistake is known: so many must find it, and one preemption fewer must end with nothing found. An engine that counts preemptions
// in another way, leaves out a schedule, or does not see a step of node:fs fails here.
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Sandbox } from '../sandbox/sandbox.ts';
import { ScheduleFailure } from './failure.ts';
import type { Oracle } from './oracle.ts';
import { everyoneFinishes } from './oracles/everyone-finishes.ts';
import { inTheEnd } from './oracles/in-the-end.ts';
import { mutualExclusion } from './oracles/mutual-exclusion.ts';
import { type ExploreRequest, Schedules } from './schedules.ts';
import type { SharedFiles } from './shared-files.ts';
import { switchesOf } from './stretches.ts';
import { waitForCycle } from './wait-for.ts';

const PROGRAMS = fileURLToPath(new URL('./testing/programs/seeded', import.meta.url));

const sandbox = new Sandbox(PROGRAMS);
// The tests come one after the other, and share its processes.
const schedules = new Schedules(sandbox);
afterAll(() => sandbox.close());

interface Bug {
  mistake: string;
  scenario: string;
  processes: Extract<ExploreRequest['processes'], readonly unknown[]>;
  /** With one fewer it does not show. */
  preemptions: number;
  args?: readonly unknown[];
  files?: SharedFiles;
  oracle: Oracle;
  diagnosis: string;
  /** Of the shortest schedule; absent where it ends in looking again and again. */
  switches?: number;
}

const deadlock: Oracle = (played) =>
  waitForCycle(played) && { diagnosis: 'in-a-circle', expected: 'no circle', saw: 'each waits for the other' };

const TWO = ['one', 'other'];
const THREE = [...TWO, 'third'];

/** Found by two processes and one preemption, as most are. */
const twoInside = { processes: TWO, preemptions: 1, oracle: mutualExclusion, diagnosis: 'two-inside', switches: 2 };
const inACircle = { processes: TWO, preemptions: 1, oracle: deadlock, diagnosis: 'in-a-circle' };
const ofDeadOwner = { ...twoInside, files: { lock: 'dead' } };

// Of what is known of locks there is left out what needs a crash or a lease, and flock, which node:fs does not have.
const bugs: Bug[] = [
  { mistake: 'exists, then create', scenario: 'exists-then-create', ...twoInside },
  { mistake: 'a takeover by unlink, then create', scenario: 'unlink-then-create', ...ofDeadOwner },
  { mistake: 'a takeover by overwriting', scenario: 'takes-over-by-overwriting', ...ofDeadOwner },
  { mistake: 'overwriting, then reading again', scenario: 'overwrites-then-reads-again', ...ofDeadOwner },
  { mistake: 'an empty owner file taken for stale', scenario: 'takes-empty-for-stale', ...twoInside },
  {
    mistake: 'a table lock that lists the rows, then locks them',
    scenario: 'lists-then-locks-rows',
    ...twoInside,
    processes: [
      { name: 'one', args: ['lock the table'] },
      { name: 'other', args: ['insert a row'] },
    ],
    files: { 'rows/1': '' },
  },
  {
    mistake: 'two locks in opposite order',
    scenario: 'opposite-order',
    ...inACircle,
    processes: [
      { name: 'one', args: ['a', 'b'] },
      { name: 'other', args: ['b', 'a'] },
    ],
  },
  { mistake: 'an upgrade from shared to exclusive by two', scenario: 'upgrades-a-shared-lock', ...inACircle },
  {
    mistake: 'a look at the lock, then registering as a waiter',
    scenario: 'looks-then-registers',
    processes: TWO,
    preemptions: 1,
    oracle: everyoneFinishes,
    diagnosis: 'waits-for-ever',
  },
  {
    mistake: 'a count of readers that is read, then written',
    scenario: 'counts-readers-unlocked',
    processes: TWO,
    preemptions: 1,
    files: { readers: '0' },
    oracle: inTheEnd('no reader counted', 'miscounted', ({ readers }) => (readers === '0' ? undefined : readers)),
    diagnosis: 'miscounted',
    switches: 4,
  },
];

const bugsOfThree: Bug[] = [
  {
    mistake: 'renaming away, looking, and putting back',
    scenario: 'renames-away-and-puts-back',
    ...ofDeadOwner,
    processes: THREE,
    preemptions: 2,
    switches: 3,
  },
  {
    mistake: 'a release that reads the owner, then unlinks',
    scenario: 'reads-owner-then-unlinks',
    ...twoInside,
    processes: THREE,
    args: ['one'],
    files: { lock: 'one' },
    switches: 3,
  },
];

const complete = { isComplete: true, wasOutside: false };

describe.sequential('a seeded bug shows with so many preemptions, and not with one fewer', () => {
  for (const { mistake, scenario, preemptions, oracle, diagnosis, switches, ...rest } of [...bugs, ...bugsOfThree]) {
    test(`${mistake}: ${rest.processes.length} processes, ${preemptions} preemptions`, async () => {
      const request = { ...rest, oracles: [oracle] };
      const fewer = await schedules.explore(scenario, { ...request, schedules: { preemptions: preemptions - 1 } });
      expect(fewer).toMatchObject(complete);
      const enough = schedules.explore(scenario, { ...request, schedules: { preemptions } });
      const { evidence } = await enough.then(
        () => expect.fail('nothing was found'),
        (error: unknown) => (error instanceof ScheduleFailure ? error : Promise.reject(error)),
      );
      expect(evidence.shown).toMatchObject({ finding: { diagnosis }, isFlaky: false });
      if (switches !== undefined) {
        expect(switchesOf(evidence.shown?.schedule ?? [])).toBe(switches);
      }
      console.log(scenario, fewer.runs, evidence.runs, evidence.shown?.replay);
    });
  }

  for (const { mistake, scenario, preemptions: _, oracle, ...rest } of bugsOfThree) {
    test(`${mistake}: all schedules of two processes are right`, async () => {
      const request = { ...rest, processes: TWO, oracles: [oracle], schedules: 'all' } as const;
      const explored = await schedules.explore(scenario, request);
      expect(explored).toMatchObject(complete);
      console.log(scenario, explored.runs, explored.pruned);
    });
  }
});
