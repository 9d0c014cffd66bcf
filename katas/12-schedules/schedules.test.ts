import { expect, type Sandbox, type Schedules, test } from '#harness/test.ts';

const PUZZLES = {
  oversell: { scenario: 'ticket-sale', processes: ['tony', 'kevin'], files: { tickets: '1' }, par: 2 },
  doubleHold: { scenario: 'exists-then-create', processes: ['tony', 'kevin'], files: {}, par: 3 },
  deadlock: {
    scenario: 'two-locks',
    processes: [
      { name: 'tony', args: ['A', 'B'] },
      { name: 'kevin', args: ['B', 'A'] },
    ],
    files: {},
    par: 2,
  },
};

type Puzzle = keyof typeof PUZZLES;
type Oracle = NonNullable<Parameters<Schedules['follow']>[1]['oracles']>[number];

/** The learner's list, told by a process of its own. */
async function listFor(puzzle: Puzzle, sandbox: Sandbox): Promise<string[]> {
  const run = await sandbox.play('list', { args: [puzzle] });
  const { data } = await run.mark('list');
  expect(await run.ended()).toHaveExitedWith(0);
  const isList = Array.isArray(data) && data.every((name) => typeof name === 'string');
  const form = isList ? 'strings in an array' : data;
  expect({ [puzzle]: form }, 'no-list-of-names').toEqual({ [puzzle]: 'strings in an array' });
  return isList ? data : [];
}

/** Plays the list on real processes. It must be whole, and the oracles find what is missing. */
async function play(puzzle: Puzzle, sandbox: Sandbox, schedules: Schedules, oracles: Oracle[] = []): Promise<string> {
  const { scenario, par, ...request } = PUZZLES[puzzle];
  const { switches } = await schedules.follow(scenario, { ...request, oracles }, () => listFor(puzzle, sandbox));
  return switches > par ? `${switches} switches; par is ${par}` : `${switches} switches: par`;
}

/** Whether the first has ended before the other begins: then nothing can go wrong, and to say so helps more. */
function isOneAfterTheOther(schedule: readonly number[]): boolean {
  const [first = 0] = schedule;
  return schedule.lastIndexOf(first) < schedule.findIndex((process) => process !== first);
}

test('oversell is whole: each step can be made, and none is missing', async ({ sandbox, schedules }) => {
  await play('oversell', sandbox, schedules);
});

test('oversell sells one ticket to two buyers', async ({ sandbox, schedules, annotate }) => {
  const soldTwice: Oracle = ({ steps, schedule }) => {
    const buyers = steps.flatMap(({ operation: { mark } }) => (mark?.name === 'sold' ? [mark.data] : []));
    return buyers.length === 2
      ? undefined
      : {
          diagnosis: isOneAfterTheOther(schedule) ? 'one-after-the-other' : 'sold-only-once',
          expected: 'the one ticket to be sold to tony and to kevin',
          saw: `it was sold to ${buyers.join()} alone`,
        };
  };
  await annotate(await play('oversell', sandbox, schedules, [soldTwice]), 'remark');
});

test('doubleHold is whole: each step can be made, and none is missing', async ({ sandbox, schedules }) => {
  await play('doubleHold', sandbox, schedules);
});

test('doubleHold lets two in at once', async ({ sandbox, schedules, annotate }) => {
  const twoInside: Oracle = (played) =>
    schedules.mutualExclusion(played) !== undefined
      ? undefined
      : {
          diagnosis: isOneAfterTheOther(played.schedule) ? 'one-after-the-other' : 'never-two-inside',
          expected: 'one to enter while the other is inside',
          saw: 'each entered when the other was not inside',
        };
  await annotate(await play('doubleHold', sandbox, schedules, [twoInside]), 'remark');
});

test('deadlock is whole: each step can be made, and none is missing', async ({ sandbox, schedules }) => {
  await play('deadlock', sandbox, schedules);
});

test('deadlock leaves each waiting for what the other holds', async ({ sandbox, schedules, annotate }) => {
  const inACircle: Oracle = (played) =>
    schedules.waitForCycle(played) !== undefined
      ? undefined
      : {
          diagnosis: isOneAfterTheOther(played.schedule) ? 'one-after-the-other' : 'nobody-waits-for-ever',
          expected: 'tony to wait for kevin, and kevin for tony',
          saw: 'both came to their end',
        };
  await annotate(await play('deadlock', sandbox, schedules, [inACircle]), 'remark');
});
