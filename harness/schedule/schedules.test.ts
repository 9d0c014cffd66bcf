import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { test as base, expect } from 'vitest';
import { Sandbox } from '../sandbox/sandbox.ts';
import { schedulePairs } from './arbitrary.ts';
import type { ScheduleEvidence } from './evidence.ts';
import { ScheduleFailure } from './failure.ts';
import type { ExploreRequest } from './schedules.ts';
import { Schedules } from './schedules.ts';
import { switchesOf } from './stretches.ts';

const scenarios = fileURLToPath(new URL('../schedule/testing/programs', import.meta.url));

const test = base.extend<{ sandbox: Sandbox; schedules: Schedules }>({
  sandbox: async ({ task: _ }, use) => {
    const sandbox = new Sandbox(scenarios);
    await use(sandbox);
    await sandbox.close();
  },
  schedules: async ({ sandbox }, use) => {
    await use(new Schedules(sandbox));
  },
});

const once = (schedules: Schedules) =>
  schedules.inTheEnd('one ticket to be sold', 'sold-twice', ({ tickets }) => (tickets === '0' ? undefined : tickets));

const soldTwice =
  (most: number): NonNullable<ExploreRequest['oracles']>[number] =>
  ({ steps }) => {
    const sold = steps.flatMap(({ operation }, step) => (operation.mark?.name === 'sold' ? [step] : []));
    const step = sold[most];
    return step === undefined
      ? undefined
      : { diagnosis: 'sold-twice', expected: `${most} ticket`, saw: `${sold.length}`, step };
  };

async function failureOf(exploring: Promise<unknown>): Promise<ScheduleFailure> {
  const error = await exploring.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ScheduleFailure);
  return error as ScheduleFailure;
}

test('the unlocked sale oversells, and the shortest schedule has two switches', async ({ schedules }) => {
  const request = { processes: 2, files: { tickets: '1' }, schedules: 'all', oracles: [soldTwice(1)] } as const;
  const { evidence } = await failureOf(schedules.explore('sells-unlocked', request));
  expect(evidence.shown?.replay).toMatch(/^sells-unlocked\/2:(1x1,2x4,1x3|2x1,1x4,2x3)$/);
  expect(evidence.shown?.finding).toMatchObject({ diagnosis: 'sold-twice', step: 7 });
  expect(evidence.shown?.isFlaky).toBe(false);
});

test('a right lock holds in every schedule of two, and without preemptions of three', async ({ schedules }) => {
  const request = { files: { tickets: '1' }, oracles: [soldTwice(1), once(schedules)] };
  const all = await schedules.explore('locks-with-a-file', { ...request, processes: 2, schedules: 'all' });
  expect(all).toMatchObject({ isComplete: true, wasOutside: false });
  expect(all.runs).toBeGreaterThan(1);
  const some = await schedules.explore('locks-with-a-file', {
    ...request,
    processes: 3,
    schedules: { preemptions: 0 },
  });
  expect(some.isComplete).toBe(true);
});

test('who waits without a pause is found, and soon', async ({ schedules }) => {
  const { evidence } = await failureOf(schedules.explore('spins', { processes: 2, schedules: { preemptions: 1 } }));
  expect(evidence.shown?.finding?.diagnosis).toBe('looks-without-a-pause');
  expect(evidence.shown?.steps.length).toBeLessThan(200);
});

test('files that were just made have the age that the clock of the run gives them', async ({ schedules }) => {
  const evidence = await schedules.explore('ages', { processes: 1, schedules: 'all' });
  expect(evidence).toMatchObject({ isComplete: true, wasOutside: false });
});

test('a program may print, and what it had open when it was given up is closed', async ({ schedules, sandbox }) => {
  const request = { processes: 2, schedules: { random: 60 } } as const;
  expect(await schedules.explore('prints', request)).toMatchObject({ runs: 60, wasOutside: false });
  expect(await schedules.explore('prints', { ...request, schedules: 'all' })).toMatchObject({ wasOutside: false });
  expect(sandbox.runs.map(({ stderr }) => stderr.replaceAll(/process \d\n/g, ''))).toEqual(['', '']);
});

test('a deadlock of two locks in opposite order is found', async ({ schedules }) => {
  const processes = [
    { name: 'one', args: ['a', 'b'] },
    { name: 'other', args: ['b', 'a'] },
  ];
  const { evidence } = await failureOf(
    schedules.explore('waits-for-each-other', { processes, schedules: { preemptions: 1 } }),
  );
  expect(evidence.shown?.finding?.diagnosis).toBe('waits-for-ever');
});

test('what waits outside of control is judged by runs that take their own course', async ({ schedules }) => {
  const request = { processes: 2, files: { tickets: '1' }, schedules: 'all', oracles: [soldTwice(1)] } as const;
  expect(await schedules.explore('locks-with-a-socket', request)).toMatchObject({ wasOutside: true, runs: 30 });
});

test('a process may be killed at any step: a lock of plain files keeps the others out for ever', async ({
  schedules,
}) => {
  const request = { files: { tickets: '1' }, oracles: [soldTwice(1)], processes: 2, crashes: 1 } as const;
  const { evidence } = await failureOf(
    schedules.explore('locks-with-a-file', { ...request, schedules: { preemptions: 0 } }),
  );
  const { finding, steps = [], replay = '', ends } = evidence.shown ?? {};
  expect(finding?.diagnosis).toBe('waits-for-ever');
  expect(ends?.map(({ state }) => state).sort()).toEqual(['killed', 'waiting']);
  const killed = steps.findIndex(({ operation }) => operation.isCrash);
  const victim = steps[killed]?.process;
  // It had made the lock, and makes no step any more.
  expect(steps.slice(0, killed).map(({ operation }) => operation.name)).toContain('openSync');
  expect(steps.slice(killed + 1).every(({ process }) => process !== victim)).toBe(true);
  expect(replay).toMatch(/^locks-with-a-file\/2:.*k[12]/);
});

test('a schedule whose holder was killed before meets what it left', async ({ schedules }) => {
  const dead = { name: 'oscar', at: 'inside' };
  const request = { processes: ['tony', 'kevin'], dead, schedules: { preemptions: 1 } } as const;
  const oracles = [schedules.recovery('locked-out', dead.name), schedules.mutualExclusion];
  const { evidence } = await failureOf(schedules.explore('holds', { ...request, args: ['waits'], oracles }));
  expect(evidence.explored).toBe('schedules of 2 processes, after oscar was killed, with up to 1 preemption');
  expect(evidence.shown?.finding).toMatchObject({ diagnosis: 'locked-out', saw: 'tony and kevin wait for ever' });
  const left = evidence.shown?.before.lock ?? '';
  expect(left).toMatch(/^-> \d+$/);
  expect(() => process.kill(Number(left.slice('-> '.length)), 0)).toThrow('ESRCH');
  // It is there again in each of the runs, also for one who knows how to take over.
  const explored = await schedules.explore('holds', { ...request, args: ['takes over'], oracles });
  expect(explored).toMatchObject({ isComplete: true, wasOutside: false });
  expect(explored.runs).toBeGreaterThan(1);
});

test('who was to be killed before and does not get there is what is told', async ({ schedules }) => {
  const request = { processes: 2, schedules: 'all' } as const;
  const fails = schedules.explore('holds', { ...request, args: ['throws'], dead: { name: 'oscar', at: 'inside' } });
  const { evidence } = await failureOf(fails);
  expect(evidence).toMatchObject({ explored: 'one process alone', processes: ['oscar'], runs: 0 });
  expect(evidence.shown?.finding).toMatchObject({ diagnosis: 'failed-in-a-schedule' });
  const never = schedules.explore('holds', { ...request, args: ['waits'], dead: { name: 'oscar', at: 'nowhere' } });
  await expect(never).rejects.toThrow("In 'holds' oscar came to its end without the mark");
});

test('who is killed is killed where it matters: not after it has only looked', async ({ schedules }) => {
  const seen: string[] = [];
  const note: NonNullable<ExploreRequest['oracles']>[number] = ({ steps }) => {
    const crash = steps.findIndex(({ operation }) => operation.isCrash);
    seen.push(steps[crash - 1]?.operation.name ?? '');
    return undefined;
  };
  const request = { processes: 1, crashes: 1, schedules: { preemptions: 0 }, oracles: [note] } as const;
  const { isComplete } = await schedules.explore('sells-unlocked', { ...request, files: { tickets: '1' } });
  expect(isComplete).toBe(true);
  // To read the tickets comes first, and is not among them; after the mark it is over. The first run is one without a crash.
  expect(seen.toSorted()).toEqual(['', 'openSync', 'writeSync']);
});

test.for(['copyFileSync', 'copyFile with a callback', 'copyFile with a promise', 'writeFile of a handle'])(
  'others may find a file empty that is being filled: %s',
  async (way, { schedules }) => {
    const seen = new Set<unknown>();
    const note: NonNullable<ExploreRequest['oracles']>[number] = ({ steps }) => {
      for (const { operation } of steps) {
        seen.add(operation.mark?.data);
      }
      return undefined;
    };
    const processes = ['reads', { name: 'fills', args: [way] }];
    const request = { processes, files: { tickets: '20' }, schedules: { preemptions: 1 }, oracles: [note] } as const;
    const { isComplete, wasOutside } = await schedules.explore('fills-in-the-place', request);
    expect({ isComplete, wasOutside }).toEqual({ isComplete: true, wasOutside: false });
    expect([...seen]).toEqual(expect.arrayContaining(['20', '', '1']));
  },
);

test('without a crash in it, the same lock is right', async ({ schedules }) => {
  const request = { files: { tickets: '1' }, oracles: [soldTwice(1)], processes: 2 } as const;
  const { isComplete } = await schedules.explore('locks-with-a-file', { ...request, schedules: { preemptions: 1 } });
  expect(isComplete).toBe(true);
});

test('in a second exploration the modules are new again', async ({ schedules }) => {
  const first = schedules.inTheEnd('a first run', 'ran-before', (files) =>
    Object.values(files).find((runs) => runs !== '1'),
  );
  const request = { processes: 2, schedules: 'all', oracles: [first] } as const;
  expect(await schedules.explore('counts-its-runs', request)).toMatchObject({ isComplete: true });
  expect(await schedules.explore('counts-its-runs', request)).toMatchObject({ isComplete: true });
});

test('two explorations at once do not take each other’s processes', async ({ schedules }) => {
  const request = { files: { tickets: '1' }, processes: 2, schedules: { random: 5 } } as const;
  // Two processes are free then, and four are wanted.
  await schedules.explore('locks-with-a-file', request);
  const names = ['locks-with-a-file', 'sells-unlocked-with-promises'];
  const explored = await Promise.all(names.map((name) => schedules.explore(name, request)));
  expect(explored.map(({ runs }) => runs)).toEqual([5, 5]);
});

test('fast-check makes a schedule of real processes as short as it gets, with all else that it made', async ({
  schedules,
}) => {
  const given = fc.tuple(fc.integer({ min: 1, max: 3 }), schedulePairs({ processes: 2 }));
  let evidence: ScheduleEvidence | undefined;
  const property = fc.asyncProperty(given, async ([tickets, pairs]) => {
    const oversold = soldTwice(tickets);
    const request = { processes: 2, files: { tickets: String(tickets) }, oracles: [oversold], schedules: { pairs } };
    await schedules.explore('sells-unlocked', request).catch((error: unknown) => {
      evidence = error instanceof ScheduleFailure ? error.evidence : evidence;
      throw error;
    });
  });
  const { counterexample } = await fc.check(property, { seed: 1, numRuns: 500 });
  const [[tickets, pairs] = []] = counterexample ?? [];
  expect(tickets).toBe(1);
  expect(pairs?.length).toBeLessThanOrEqual(3);
  // Another one sells between the look and the sale of the first.
  expect(switchesOf(evidence?.shown?.schedule ?? [])).toBe(2);
});

test('of processes that are alike one in so many schedules is enough, and what can come of it comes', async ({
  schedules,
}) => {
  const seen = { alike: new Set<string>(), not: new Set<string>() };
  const request = { processes: 3, files: { tickets: '1' }, schedules: { preemptions: 2 } } as const;
  const explored = async (areAlike: boolean) => {
    const note: NonNullable<ExploreRequest['oracles']>[number] = ({ end, files, steps }) => {
      const sold = steps.filter(({ operation }) => operation.mark?.name === 'sold').length;
      if (end !== 'nothing new') {
        seen[areAlike ? 'alike' : 'not'].add(`${sold} sold, ${files.tickets} left`);
      }

      return undefined;
    };
    const { runs, pruned, isComplete, explored } = await schedules.explore('sells-unlocked', {
      ...request,
      areAlike,
      oracles: [note],
    });
    expect(isComplete).toBe(true);
    expect(explored.includes('whoever is who')).toBe(areAlike);
    return runs + pruned;
  };
  const [alike, not] = [await explored(true), await explored(false)];
  // Three can change places in six ways, though not where they stand side by side.
  expect(not / alike).toBeGreaterThan(3);
  expect(seen.not).toEqual(new Set(['1 sold, 0 left', '2 sold, 0 left', '3 sold, 0 left']));
  expect(seen.alike).toEqual(seen.not);
});

test('who is given something else is not like the others', async ({ schedules }) => {
  const processes = [
    { name: 'tony', args: [1] },
    { name: 'kevin', args: [2] },
  ];
  const request = { processes, schedules: { preemptions: 1 }, areAlike: true } as const;
  await expect(schedules.explore('holds', request)).rejects.toThrow('are given the same, not [1] and [2]');
  await expect(schedules.explore('holds', { ...request, processes: 6 })).rejects.toThrow('At most 5 processes');
});

test('where many answers are judged an exploration tries no more than it may', async ({ sandbox }) => {
  const schedules = new Schedules(sandbox, { mostSchedules: 3 });
  const request = { files: { tickets: '1' }, processes: 2, schedules: { preemptions: 2 }, mostRuns: 50 } as const;
  const { runs, isComplete } = await schedules.explore('locks-with-a-file', request);
  expect({ runs, isComplete }).toEqual({ runs: 3, isComplete: false });
});

test('where all schedules are wanted an exploration goes on to its end', async ({ sandbox }) => {
  const schedules = new Schedules(sandbox, { mostSchedules: 'all' });
  const request = { files: { tickets: '1' }, processes: 2, schedules: { preemptions: 1 } } as const;
  const { runs, isComplete } = await schedules.explore('locks-with-a-file', { ...request, mostRuns: 2, mostMs: 0 });
  expect(isComplete).toBe(true);
  expect(runs).toBeGreaterThan(2);
});

const givesWay = (pause: string) => ({
  processes: [
    { name: 'tony', args: ['A', 'B', pause] },
    { name: 'kevin', args: ['B', 'A', pause] },
  ],
  schedules: 'in step' as const,
});

test('in step, two who give way for as long meet for ever, though each round leaves all as it was', async ({
  schedules,
}) => {
  const { evidence } = await failureOf(schedules.explore('gives-way', givesWay('as long for all')));
  expect(evidence.shown?.finding?.diagnosis).toMatch(/^(never-comes-to-an-end|waits-for-ever)$/);
  expect(evidence.shown?.isFlaky).toBe(false);
});

test('in step, two whose pauses are random get through', async ({ schedules }) => {
  expect(await schedules.explore('gives-way', givesWay('random'))).toMatchObject({ runs: 2, isComplete: true });
});
