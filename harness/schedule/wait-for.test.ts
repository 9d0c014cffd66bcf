import { fileURLToPath } from 'node:url';
import { test as base, expect } from 'vitest';
import { Sandbox } from '../sandbox/sandbox.ts';
import type { Touch } from './operation.ts';
import type { Played, ProcessEnd, Step } from './played.ts';
import { Schedules } from './schedules.ts';
import { type Wait, waitForCycle, waitsOf } from './wait-for.ts';

const PROGRAMS = fileURLToPath(new URL('./testing/programs', import.meta.url));

/** Plays processes that each take the locks of their names, in that order: the process of each step is named by a digit. */
type Playing = (locks: readonly string[], schedule: string, program?: string) => Promise<Played>;

const test = base.extend<{ play: Playing }>({
  play: async ({ task: _ }, use) => {
    const sandbox = new Sandbox(PROGRAMS);
    await use(async (locks, schedule, program = 'waits-for-each-other') => {
      let seen: Played | undefined;
      const processes = locks.map((names, position) => ({ name: String(position), args: [...names] }));
      const oracles = [
        (played: Played) => {
          seen = played;
          return undefined;
        },
      ];
      await new Schedules(sandbox).follow(program, { processes, oracles }, () => [...schedule]);
      if (seen === undefined) {
        throw new Error('The oracle was not asked.');
      }

      return seen;
    });
    await sandbox.close();
  },
});

const touch = (what: string, access: Touch['access']): Touch => ({ what, access });
const wait = (process: string, what: string, holder: string): Wait => ({ process, what, holder });

test('two that hold what the other one needs are a cycle', async ({ play }) => {
  expect(waitForCycle(await play(['AB', 'BA'], '01111000'))).toEqual([wait('0', 'B', '1'), wait('1', 'A', '0')]);
});

test('so are three in a circle', async ({ play }) => {
  const cycle = waitForCycle(await play(['AB', 'BC', 'CA'], '012000111222'));
  expect(cycle).toEqual([wait('0', 'B', '1'), wait('1', 'C', '2'), wait('2', 'A', '0')]);
});

test('who waits for a cycle is no part of it', async ({ play }) => {
  const played = await play(['AD', 'AB', 'BA'], '12000111222');
  expect(waitsOf(played)).toEqual([wait('0', 'A', '1'), wait('1', 'B', '2'), wait('2', 'A', '1')]);
  expect(waitForCycle(played)).toEqual([wait('1', 'B', '2'), wait('2', 'A', '1')]);
});

test('when all have ended nobody waits', async ({ play }) => {
  expect(waitForCycle(await play(['AB', 'BA'], '00001111'))).toBeUndefined();
});

test('where a lock is a directory with something in it, it is the directory that they wait for', async ({ play }) => {
  const list = '000111' + '1111111' + '0000000';
  const cycle = waitForCycle(await play(['AB', 'BA'], list, 'waits-for-directories'));
  expect(cycle).toEqual([wait('0', 'B', '1'), wait('1', 'A', '0')]);
});

test('so it is where that directory was moved to its place, with what is in it', () => {
  const steps = ([holder, wanted]: [string, string], process: number): Step[] =>
    [
      { name: 'renameSync', touches: [touch(`${holder}.new`, 'write'), touch(holder, 'write')] },
      { name: 'readdirSync', touches: [touch(wanted, 'read'), touch(`${wanted}/*`, 'read')] },
    ].map((operation) => ({ process, operation, at: 0 }));
  const [tony, kevin] = [steps(['A', 'B'], 0), steps(['B', 'A'], 1)];
  const before = [{ name: 'sleep', touches: [], until: 10 }];
  const processes = ['0', '1'].map((name): ProcessEnd => ({ name, pid: 1, state: 'waiting', before }));
  const played = {
    steps: [0, 1].flatMap((step) => [...tony.slice(step, step + 1), ...kevin.slice(step, step + 1)]),
    processes,
  };
  expect(waitForCycle(played)).toEqual([wait('0', 'B', '1'), wait('1', 'A', '0')]);
});
