import { expect, type Sandbox, type Schedules, test } from '#harness/test.ts';

/** The fewest switches with which each program goes wrong. */
const PAR = { oversell: 2, doubleHold: 3, deadlock: 2 };

type Puzzle = keyof typeof PAR;
type Oracles = NonNullable<Parameters<Schedules['follow']>[1]['oracles']>;

const PROGRAMS = {
  oversell: { scenario: 'ticket-sale', processes: ['tony', 'kevin'], files: { tickets: '1' } },
  doubleHold: { scenario: 'exists-then-create', processes: ['tony', 'kevin'] },
  deadlock: {
    scenario: 'two-locks',
    processes: [
      { name: 'tony', args: ['A', 'B'] },
      { name: 'kevin', args: ['B', 'A'] },
    ],
  },
};

/** Has the learner's list told by a process of its own, and plays it. */
async function play(sandbox: Sandbox, schedules: Schedules, puzzle: Puzzle, oracles: Oracles = []) {
  const run = await sandbox.play('list', { args: [puzzle] });
  const { data } = await run.mark('list', { otherwise: 'no-list-of-names' });
  expect(await run.ended()).toHaveExitedWith(0);
  expect({ [puzzle]: isListOfNames(data) ? 'a list of names' : data }, 'no-list-of-names').toEqual({
    [puzzle]: 'a list of names',
  });

  const { scenario, ...request } = PROGRAMS[puzzle];
  return schedules.follow(scenario, { ...request, oracles }, isListOfNames(data) ? data : []);
}

function isListOfNames(data: unknown): data is string[] {
  return Array.isArray(data) && data.every((name) => typeof name === 'string');
}

/** The score, beside the name of the test. */
function score(puzzle: Puzzle, switches: number): string {
  const par = PAR[puzzle];
  return switches > par ? `${switches} switches; par is ${par}: fewer will do` : `${switches} switches, which is par`;
}

function testThatItIsWhole(puzzle: Puzzle): void {
  test(`${puzzle} is whole: each step can be made, and none is missing`, async ({ sandbox, schedules }) => {
    await play(sandbox, schedules, puzzle);
  });
}

/** What the fault looks like when nothing else is wrong: in one order one process has ended before the other begins. */
const faultless = (diagnosis: string, schedule: readonly number[]) =>
  schedule.lastIndexOf(schedule[0] ?? 0) < schedule.findIndex((process) => process !== schedule[0])
    ? 'one-after-the-other'
    : diagnosis;

testThatItIsWhole('oversell');

test('oversell sells one ticket to two buyers', async ({ sandbox, schedules, annotate }) => {
  const { switches } = await play(sandbox, schedules, 'oversell', [
    ({ steps, schedule }) => {
      const buyers = steps.flatMap(({ operation: { mark } }) => (mark?.name === 'sold' ? [mark.data] : []));
      return buyers.length === 2
        ? undefined
        : {
            diagnosis: faultless('sold-only-once', schedule),
            expected: 'the one ticket sold to tony and to kevin',
            saw: buyers.length === 0 ? 'it was sold to nobody' : `it was sold to ${buyers.join()} alone`,
          };
    },
  ]);
  await annotate(score('oversell', switches), 'remark');
});

testThatItIsWhole('doubleHold');

test('doubleHold lets two in at once', async ({ sandbox, schedules, annotate }) => {
  const { switches } = await play(sandbox, schedules, 'doubleHold', [
    (played) =>
      schedules.mutualExclusion(played) === undefined
        ? {
            diagnosis: faultless('never-two-inside', played.schedule),
            expected: 'one to enter while the other is inside',
            saw: 'each entered when the other was not inside',
          }
        : undefined,
  ]);
  await annotate(score('doubleHold', switches), 'remark');
});

testThatItIsWhole('deadlock');

test('deadlock leaves each waiting for what the other holds', async ({ sandbox, schedules, annotate }) => {
  const { switches } = await play(sandbox, schedules, 'deadlock', [
    (played) =>
      schedules.waitForCycle(played) === undefined
        ? {
            diagnosis: faultless('nobody-waits-for-ever', played.schedule),
            expected: 'tony to wait for kevin, and kevin for tony',
            saw: 'both came to their end',
          }
        : undefined,
  ]);
  await annotate(score('deadlock', switches), 'remark');
});
