import { expect, fc, forAny, type Pair, type Schedules, schedulePairs, test } from '#harness/test.ts';

/** So many schedules at most, those with the fewest preemptions first: hardly any answer has more. */
const MANY = 300;
const MANY_OF_THREE = 1_200;
const SAMPLED = 60;
/** Where it shows soon, or never. */
const FEW = 60;

const TWO = ['tony', 'kevin'];
const THREE = [...TWO, 'jason'];
const FOUR = [...THREE, 'oscar'];

const sumIs = ({ inTheEnd }: Schedules, sum: number, diagnosis: string) =>
  inTheEnd(`the count to be ${sum}`, diagnosis, ({ count }) =>
    count === String(sum) ? undefined : `it is ${count === '' ? 'empty' : count}`,
  );

test('the counter alone loses an update: two add one, and it says 1', async ({ schedules }) => {
  const request = { processes: TWO, files: { count: '0' }, oracles: [sumIs(schedules, 1, 'nothing-was-lost')] };
  // Both read; then each of them empties the file and writes.
  await schedules.follow('counts-unlocked', request, () => ['tony', 'kevin', 'tony', 'tony', 'kevin', 'kevin']);
});

test('never lets two in: every schedule of two processes', async ({ schedules }) => {
  const oracles = [schedules.mutualExclusion];
  await schedules.explore('section', { processes: TWO, schedules: 'all', oracles, mostRuns: MANY });
});

test('never lets two in: three processes, up to two preemptions', async ({ schedules }) => {
  const oracles = [schedules.mutualExclusion];
  const request = { processes: THREE, oracles, mostRuns: MANY_OF_THREE };
  await schedules.explore('section', { ...request, schedules: { preemptions: 2 } });
});

test('never lets two in: four processes, some of their schedules', async ({ schedules }) => {
  const oracles = [schedules.mutualExclusion];
  await schedules.explore('section', { processes: FOUR, schedules: { random: SAMPLED }, oracles });
});

test('never lets two in, however long the holder stays', async ({ schedules }) => {
  const oracles = [schedules.mutualExclusion];
  await schedules.explore('stays', { processes: TWO, schedules: 'all', oracles, mostRuns: FEW, freeRuns: 0 });
});

test('whoever waits gets in once it is free, time after time', async ({ schedules }) => {
  await schedules.explore('section', { processes: TWO, args: [2], schedules: { preemptions: 1 }, mostRuns: FEW });
});

test('whoever waits pauses between two looks', async ({ schedules }) => {
  await schedules.explore('stays', { processes: TWO, schedules: { preemptions: 1 }, mostRuns: FEW, freeRuns: 0 });
});

test('tryAcquire takes a lock that is free, for one process alone', async ({ schedules }) => {
  const { marksAre, mutualExclusion } = schedules;
  const takes = marksAre('answer', [true, true], 'did-not-take-a-free-lock');
  await schedules.explore('tries', { processes: ['tony'], args: [2], schedules: 'all', oracles: [takes] });
  await schedules.explore('tries', { processes: TWO, schedules: 'all', oracles: [mutualExclusion], mostRuns: FEW });
});

test('tryAcquire never waits', async ({ schedules }) => {
  const { withoutWaiting, marksAre } = schedules;
  const oracles = [
    withoutWaiting('asks', 'answer', 'tried-and-waited'),
    marksAre('answer', [false], 'took-a-lock-that-is-held'),
  ];
  const processes = [
    { name: 'holder', args: ['holds'] },
    { name: 'asker', args: ['asks'] },
  ];
  await schedules.explore('asks', { processes, schedules: { preemptions: 1 }, oracles, mostRuns: FEW });
});

test('a release by one that does not hold throws', async ({ schedules }) => {
  const own = ['an error', 'done', 'an error', 'done'];
  const oracles = [schedules.marksAre('release', [...own, ...own], 'released-without-a-word')];
  await schedules.explore('releases', { processes: TWO, schedules: { preemptions: 1 }, oracles, mostRuns: FEW });
});

test('a release by one that does not hold frees nothing', async ({ schedules }) => {
  const { meaning, mutualExclusion } = schedules;
  const oracles = [meaning(mutualExclusion, { 'two-inside': 'freed-by-another' })];
  await schedules.explore('releases', { processes: TWO, schedules: { preemptions: 1 }, oracles, mostRuns: 2 * FEW });
});

test('withLock gives back what the body gives back, at once or later', async ({ schedules }) => {
  const oracles = [schedules.marksAre('result', [42, { after: 'a while' }], 'value-lost')];
  await schedules.explore('gives-back', { processes: ['tony'], schedules: 'all', oracles });
});

test('withLock passes on what the body throws, at once or later', async ({ schedules }) => {
  const { marksAre, meaning, everyoneFinishes } = schedules;
  const same = 'the error of the body';
  const oracles = [
    meaning(everyoneFinishes, { 'waits-for-ever': 'kept-after-an-error' }),
    marksAre('caught', [same, same], 'error-lost'),
  ];
  await schedules.explore('throws', { processes: ['tony'], schedules: 'all', oracles });
});

test('withLock releases the lock when the body throws', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const oracles = [meaning(everyoneFinishes, { 'waits-for-ever': 'kept-after-an-error' })];
  await schedules.explore('throws', { processes: TWO, schedules: { preemptions: 1 }, oracles, mostRuns: FEW });
});

test('withLock holds the lock until a body that takes its time is over', async ({ schedules }) => {
  const { meaning, mutualExclusion } = schedules;
  const oracles = [meaning(mutualExclusion, { 'two-inside': 'released-too-early' })];
  await schedules.explore('works-inside', { processes: TWO, schedules: { preemptions: 1 }, oracles, mostRuns: FEW });
});

test('locks of different paths do not hinder each other', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const oracles = [meaning(everyoneFinishes, { 'waits-for-ever': 'one-lock-for-all' })];
  const processes = [
    { name: 'tony', args: ['tickets', ['kevin', 'jason']] },
    { name: 'kevin', args: ['seats', ['tony', 'jason']] },
    { name: 'jason', args: ['east/tickets', ['tony', 'kevin']] },
  ];
  const files = { 'east/about': 'another directory' };
  await schedules.explore('own-paths', { processes, files, schedules: { random: 10 }, oracles });
});

test('the sum of any increments is exact', async ({ schedules }) => {
  const amounts = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 2 });
  const counts = async (all: number[][], pairs: Pair[]) => {
    const processes = all.map((own, position) => ({ name: FOUR[position] ?? '', args: [own] }));
    const sum = all.flat().reduce((one, other) => one + other);
    const oracles = [sumIs(schedules, sum, 'lost-update')];
    await schedules.explore('counts', { processes, files: { count: '0' }, schedules: { pairs }, oracles });
  };
  // What fails shrinks: to fewer processes, smaller amounts and fewer switches.
  const given = [fc.array(amounts, { minLength: 2, maxLength: 3 }), schedulePairs({ processes: 3 })] as const;
  await forAny([...given], counts, { runs: SAMPLED, shrinks: SAMPLED });
});

test('without any control too: nobody meets anybody, and the sum is exact', async ({ sandbox }) => {
  const run = await sandbox.play('rush');
  await run.gate('all are there').reachedBy(3);
  run.gate('all are there').open();
  const exits = await run.mark('exits', { otherwise: 'waits-for-ever' });
  const inAndOut = run.marks().filter(({ name }) => name === 'enters' || name === 'leaves');
  const meetings = inAndOut.filter(({ pid, name }, at) => name === 'leaves' && inAndOut[at - 1]?.pid !== pid);
  expect({ meetings: meetings.length }, 'two-inside').toEqual({ meetings: 0 });
  expect({ 'exit status': exits.data }, 'failed-among-others').toEqual({ 'exit status': [0, 0, 0] });
  expect({ count: (await run.mark('count')).data }, 'lost-update').toEqual({ count: 60 });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('without any control too: whoever waits leaves the core to others', async ({ sandbox }) => {
  const run = await sandbox.play('rests');
  const { data } = await run.mark('busy', { otherwise: 'waits-for-ever' });
  // A look every 10 ms uses 3 %, a loop without a pause all that it can get.
  expect({ 'share of a core': Number(data) > 0.6 ? data : 'little' }, 'looks-without-a-pause').toEqual({
    'share of a core': 'little',
  });
  expect(await run.ended()).toHaveExitedWith(0);
});
