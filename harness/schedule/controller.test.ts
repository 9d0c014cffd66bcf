import { test as base, expect } from 'vitest';
import { Sandbox } from '../sandbox/sandbox.ts';
import { Controller, type Plan } from './controller.ts';
import { Pool } from './pool.ts';
import { follow } from './strategies/replay.ts';
import { type Schedule, withoutPreemption } from './strategy.ts';

/** What a process has drawn, by kind. */
type Drawn = Record<'fractions' | 'values' | 'integers', number[]> & Record<'bytes' | 'uuids', string[]>;

/** Plays schedules of a plan on real processes. */
type Playing = (plan: Plan) => Promise<(schedule: Schedule, isTraced?: boolean) => ReturnType<Controller['play']>>;

const test = base.extend<{ playing: Playing }>({
  playing: async ({ task: _ }, use) => {
    const sandbox = new Sandbox('');
    await use(async (plan) => {
      const controller = new Controller(plan, await Pool.open(sandbox));
      return (schedule, isTraced = false) => controller.play(follow(schedule), { isTraced });
    });
    await sandbox.close();
  },
});

const program = (name: string, ...args: unknown[]) => ({
  module: new URL(`./testing/programs/${name}.ts`, import.meta.url).href,
  args,
});
const buyers = (name: string): Plan => ({
  processes: ['tony', 'kevin'].map((buyer) => ({ name: buyer, program: program(name) })),
  files: { tickets: '1' },
});

test('one after the other sells one ticket, and the operations are those of the program', async ({ playing }) => {
  const play = await playing(buyers('sells-unlocked'));
  const { end, schedule, steps, files, processes } = await play([]);
  expect(end).toBe('all over');
  expect(steps.map(({ operation: { name, detail }, outcome }) => [name, detail, outcome])).toEqual([
    ['readFileSync', 'tickets', { result: '"1"' }],
    ['openSync', "tickets 'w'", { result: expect.any(String) }],
    ['writeSync', 'tickets', { result: '1' }],
    ['mark', 'sold "tony"', {}],
    ['readFileSync', 'tickets', { result: '"0"' }],
  ]);
  expect(schedule).toEqual([0, 0, 0, 0, 1]);
  expect(files).toEqual({ tickets: '0' });
  expect(processes.map(({ name, state }) => [name, state])).toEqual([
    ['tony', 'over'],
    ['kevin', 'over'],
  ]);
});

test('both have looked before one of them sells: the ticket is sold twice', async ({ playing }) => {
  const play = await playing(buyers('sells-unlocked'));
  const { steps } = await play([0, 1, 0, 0, 0, 1, 1, 1]);
  expect(steps.filter(({ operation }) => operation.name === 'mark')).toHaveLength(2);
});

test('promises and pauses are steps too, and nobody waits for a pause', async ({ playing }) => {
  const play = await playing(buyers('sells-unlocked-with-promises'));
  const { end, steps, schedule } = await play([0, 1, 0, 0, 0, 0, 1, 1, 1, 1]);
  expect(end).toBe('all over');
  expect(schedule).toEqual([0, 1, 0, 0, 0, 0, 1, 1, 1, 1]);
  expect(steps.map(({ operation }) => operation.name)).toEqual([
    'readFile',
    'readFile',
    ...['sleep', 'open', 'write', 'mark'],
    ...['sleep', 'open', 'write', 'mark'],
  ]);
  expect(steps.at(-1)?.at).toBe(1000);
});

test('a right lock: whoever is too late waits for a change, and gets in', async ({ playing }) => {
  const play = await playing(buyers('locks-with-a-file'));
  const { end, steps, files } = await play([0, 1]);
  expect(end).toBe('all over');
  expect(steps.filter(({ operation }) => operation.name === 'mark')).toHaveLength(1);
  expect(files).toEqual({ tickets: '0' });
});

test('two who wait for each other are blocked', async ({ playing }) => {
  const play = await playing({
    processes: [
      { name: 'one', program: program('waits-for-each-other', 'a', 'b') },
      { name: 'other', program: program('waits-for-each-other', 'b', 'a') },
    ],
  });
  const { end, processes } = await play([0, 1]);
  expect(end).toBe('blocked');
  expect(processes.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  // Warm processes let go of a run that is over for them.
  expect((await play([])).end).toBe('all over');
});

test('who waits for nothing at all is blocked', async ({ playing }) => {
  const play = await playing({ processes: [{ name: 'one', program: program('waits-for-nothing') }] });
  const { end, wasOutside } = await play([]);
  expect({ end, wasOutside }).toEqual({ end: 'blocked', wasOutside: false });
});

test('what a process does on its own is no step, and is waited for', async ({ playing }) => {
  const play = await playing({
    processes: ['one', 'other'].map((name) => ({ name, program: program('reads-elsewhere') })),
  });
  const { end, schedule, wasOutside } = await play([0, 1, 0, 1]);
  expect({ end, schedule, wasOutside }).toEqual({ end: 'all over', schedule: [0, 1, 0, 1], wasOutside: false });
});

test('who waits for what is not under control says so, and can be played freely', async ({ playing }) => {
  const play = await playing(buyers('locks-with-a-socket'));
  expect((await play([])).wasOutside).toBe(true);
});

test('who waits for it again after a step says so again', async ({ playing }) => {
  const play = await playing({ processes: [{ name: 'tony', program: program('waits-outside-twice') }] });
  expect(await play([])).toMatchObject({ end: 'outside', steps: [{ operation: { name: 'existsSync' } }] });
});

test('the same schedule gives the same steps, run after run', async ({ playing }) => {
  const play = await playing(buyers('locks-with-a-file'));
  const runs = [];
  for (let run = 0; run < 20; run += 1) {
    const { steps, end } = await play([0, 1, 1, 0, 0], true);
    runs.push(JSON.stringify([end, steps]));
  }

  expect(new Set(runs).size).toBe(1);
});

test('a process whose run is given up does nothing any more, though it catches what is thrown and tries again', async ({
  playing,
}) => {
  const play = await playing({ processes: [{ name: 'one', program: program('waits-for-each-other', 'a', 'b') }] });
  const steps = [];
  for (let run = 0; run < 30; run += 1) {
    // There is no other one to make a step, so the run is given up in front of an operation that may fail.
    await expect(play([0, 1])).rejects.toThrow('Step 2');
    steps.push((await play([])).steps.map(({ operation: { name, detail } }) => `${name} ${detail}`));
  }

  expect(new Set(steps.map(String)).size).toBe(1);
});

test('chance is the same in each run, and another one for each process', async ({ playing }) => {
  const play = await playing({ processes: ['tony', 'kevin'].map((name) => ({ name, program: program('draws') })) });
  const drawn = async () => (await play([])).steps.map(({ operation }) => operation.mark?.data as Drawn);
  const [tony, kevin] = await drawn();
  expect(await drawn()).toEqual([tony, kevin]);
  for (const kind of ['fractions', 'bytes', 'values', 'integers', 'uuids'] as const) {
    const all = [...(tony?.[kind] ?? []), ...(kevin?.[kind] ?? [])];
    expect(all.length, kind).toBeGreaterThanOrEqual(4);
    expect(new Set(all).size, kind).toBe(all.length);
  }

  expect(tony?.bytes[1]).toMatch(/^0{8}[\da-f]{8}$/);
  expect(tony?.integers[1]).toBeGreaterThanOrEqual(500_000_000);
  for (const uuid of tony?.uuids ?? []) {
    expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  }
});

test('what comes of it when a process is killed is told beforehand as it is found afterwards', async () => {
  const sandbox = new Sandbox('');
  const plan = { ...buyers('locks-with-a-file'), crashes: 1 };
  const controller = new Controller(plan, await Pool.open(sandbox));
  let crashes = 0;
  // After so many steps the one whose turn it is, or the other one, is killed.
  for (const victim of [0, 1]) {
    for (let at = 1; at <= 8; at += 1) {
      let foretold: string | undefined;
      await controller.play({
        choose: (situation) => {
          const { step, enabled, state, stateAfterCrash } = situation;
          if (foretold !== undefined) {
            crashes += 1;
            expect(state?.()).toBe(foretold);
            return { stop: 'nothing new' };
          }

          const isOffered = enabled.some(({ process }) => process === victim + plan.processes.length);
          if (step < at || !isOffered) {
            return { process: step === 0 ? victim : withoutPreemption(situation) };
          }

          foretold = stateAfterCrash?.(victim + plan.processes.length);
          expect(foretold).not.toBe(state?.());
          return { process: victim + plan.processes.length };
        },
      });
    }
  }

  expect(crashes).toBeGreaterThan(8);
  await sandbox.close();
});

test('who has a child is not given another run when it is abandoned: it would go on with the first', async () => {
  const sandbox = new Sandbox('');
  const plan = { processes: [{ name: 'tony', program: program('has-a-child') }] };
  const controller = new Controller(plan, await Pool.open(sandbox));
  const { end } = await controller.play({ choose: ({ step }) => (step === 0 ? { process: 0 } : { stop: 'blocked' }) });
  expect(end).toBe('blocked');
  expect(await controller.playFreely()).toMatchObject({ end: 'all over', processes: [{ state: 'over' }] });
  await sandbox.close();
});
