import { expect, fc, forAny, type Run, type Schedules, test } from '#harness/test.ts';

/** So many schedules at most, those with the fewest preemptions first. */
const MANY = 120;
/** All of a right answer with few steps; the fault that takes three processes and two preemptions shows after some 250. */
const TAKEOVERS = 320;
const SAMPLED = 20;
/** Where it shows soon, or never. */
const FEW = 30;
/** So many runs of an answer that waits for what is not under control, where no race is looked for. */
const FREE = 8;
/** Where a process is killed in nearly each run, and another one must be started. */
const WITH_CRASHES = 25;

const TWO = ['tony', 'kevin'];
const THREE = [...TWO, 'jason'];
const FOUR = [...THREE, 'lily'];
/** Who has the lock in the beginning: killed inside. */
const dead = { name: 'oscar', at: 'enters' };

/** Never two inside; where nobody was killed, that is what it means when there are. */
const exclusion = ({ meaning, mutualExclusion }: Schedules, diagnosis = 'living-holder-robbed') =>
  meaning(mutualExclusion, { 'two-inside': diagnosis });

test('a killed holder locks nobody out', async ({ schedules }) => {
  const oracles = [schedules.recovery('waits-for-a-dead-holder', dead.name)];
  await schedules.explore('section', { processes: TWO, dead, schedules: { preemptions: 0 }, oracles, freeRuns: FREE });
});

test('of three that find the lock of one that was killed, one takes it: up to two preemptions', async ({
  schedules,
}) => {
  const oracles = [exclusion(schedules, 'takeover-hit-a-new-lock')];
  // Two of them do not pause: fewer schedules go without a preemption, and more with two of them are played.
  const processes = [...TWO, { name: 'jason', args: ['stays'] }];
  await schedules.explore('takeover', { processes, dead, schedules: { preemptions: 2 }, oracles, mostRuns: TAKEOVERS });
});

test('whoever is killed at any step keeps nobody out, and lets no two in', async ({ schedules }) => {
  const oracles = [schedules.recovery('left-half-a-lock'), exclusion(schedules, 'two-inside-after-a-crash')];
  const request = { processes: TWO, crashes: 1, schedules: { preemptions: 1 }, oracles } as const;
  await schedules.explore('section', { ...request, mostRuns: WITH_CRASHES });
});

test('whoever of three is killed at any step keeps nobody out, and lets no two in: up to two preemptions', async ({
  schedules,
}) => {
  const oracles = [schedules.recovery('left-half-a-lock'), exclusion(schedules, 'two-inside-after-a-crash')];
  const request = { processes: THREE, areAlike: true, crashes: 1, schedules: { preemptions: 2 }, oracles } as const;
  await schedules.explore('section', { ...request, mostRuns: WITH_CRASHES, freeRuns: 0 });
});

test('whoever is killed at any step of a takeover keeps nobody out, and lets no two in', async ({ schedules }) => {
  const recovery = schedules.recovery('takeover-left-half-done', dead.name);
  const oracles = [recovery, exclusion(schedules, 'two-inside-after-a-crash')];
  const request = { processes: TWO, dead, crashes: 1, schedules: { preemptions: 1 }, oracles } as const;
  await schedules.explore('section', { ...request, mostRuns: WITH_CRASHES });
});

test('never lets two in: every schedule of two processes', async ({ schedules }) => {
  const request = { processes: TWO, schedules: 'all', oracles: [exclusion(schedules)] } as const;
  await schedules.explore('section', { ...request, mostRuns: MANY });
});

test('never lets two in: three processes, up to two preemptions', async ({ schedules }) => {
  const oracles = [exclusion(schedules)];
  const request = { processes: THREE, areAlike: true, schedules: { preemptions: 2 }, oracles } as const;
  await schedules.explore('section', { ...request, mostRuns: MANY });
});

test('never lets two in: four processes, some of their schedules', async ({ schedules }) => {
  const oracles = [exclusion(schedules)];
  await schedules.explore('section', { processes: FOUR, schedules: { random: SAMPLED }, oracles });
});

test('robs no holder, however long it stays', async ({ schedules }) => {
  const oracles = [exclusion(schedules, 'old-taken-for-dead')];
  await schedules.explore('stays', { processes: TWO, schedules: 'all', oracles, mostRuns: FEW, freeRuns: 0 });
});

test('whoever waits gets in once it is free, time after time', async ({ schedules }) => {
  await schedules.explore('section', {
    processes: TWO,
    args: [2],
    schedules: { preemptions: 1 },
    mostRuns: FEW,
    freeRuns: FREE,
  });
});

test('whoever waits pauses between two looks', async ({ schedules }) => {
  await schedules.explore('stays', { processes: TWO, schedules: { preemptions: 1 }, mostRuns: FEW, freeRuns: 0 });
});

test('tryAcquire takes a lock that is free, for one process alone', async ({ schedules }) => {
  const takes = schedules.marksAre('answer', [true, true], 'did-not-take-a-free-lock');
  const oracles = [exclusion(schedules)];
  await schedules.explore('tries', { processes: ['tony'], args: [2], schedules: 'all', oracles: [takes], freeRuns: 1 });
  await schedules.explore('tries', { processes: TWO, schedules: 'all', oracles, mostRuns: FEW, freeRuns: FREE });
});

test('tryAcquire takes the lock of one that was killed, at once', async ({ schedules }) => {
  const oracles = [schedules.marksAre('answer', [true], 'did-not-take-over')];
  await schedules.explore('tries', { processes: ['tony'], dead, schedules: 'all', oracles, freeRuns: 1 });
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
  await schedules.explore('asks', { processes, schedules: { preemptions: 1 }, oracles, mostRuns: FEW, freeRuns: FREE });
});

test('a release by one that does not hold throws', async ({ schedules }) => {
  const own = ['an error', 'done', 'an error', 'done'];
  const oracles = [schedules.marksAre('release', [...own, ...own], 'released-without-a-word')];
  await schedules.explore('releases', {
    processes: TWO,
    schedules: { preemptions: 1 },
    oracles,
    mostRuns: FEW,
    freeRuns: FREE,
  });
});

test('a release by one that does not hold frees nothing', async ({ schedules }) => {
  const oracles = [exclusion(schedules, 'freed-by-another')];
  await schedules.explore('releases', { processes: TWO, schedules: { preemptions: 1 }, oracles, mostRuns: 2 * FEW });
});

test('withLock gives back what the body gives back, at once or later', async ({ schedules }) => {
  const oracles = [schedules.marksAre('result', [42, { after: 'a while' }], 'value-lost')];
  await schedules.explore('gives-back', { processes: ['tony'], schedules: 'all', oracles, freeRuns: 1 });
});

test('withLock passes on what the body throws, at once or later', async ({ schedules }) => {
  const { marksAre, meaning, everyoneFinishes } = schedules;
  const same = 'the error of the body';
  const oracles = [
    meaning(everyoneFinishes, { 'waits-for-ever': 'kept-after-an-error' }),
    marksAre('caught', [same, same], 'error-lost'),
  ];
  await schedules.explore('throws', { processes: ['tony'], schedules: 'all', oracles, freeRuns: 1 });
});

test('withLock releases the lock when the body throws', async ({ schedules }) => {
  const oracles = [schedules.meaning(schedules.everyoneFinishes, { 'waits-for-ever': 'kept-after-an-error' })];
  await schedules.explore('throws', {
    processes: TWO,
    schedules: { preemptions: 1 },
    oracles,
    mostRuns: FEW,
    freeRuns: FREE,
  });
});

test('withLock holds the lock until a body that takes its time is over', async ({ schedules }) => {
  const oracles = [exclusion(schedules, 'released-too-early')];
  await schedules.explore('works-inside', {
    processes: TWO,
    schedules: { preemptions: 1 },
    oracles,
    mostRuns: FEW,
    freeRuns: FREE,
  });
});

test('locks of different paths do not hinder each other', async ({ schedules }) => {
  const oracles = [schedules.meaning(schedules.everyoneFinishes, { 'waits-for-ever': 'one-lock-for-all' })];
  const processes = [
    { name: 'tony', args: ['tickets', ['kevin', 'jason']] },
    { name: 'kevin', args: ['seats', ['tony', 'jason']] },
    { name: 'jason', args: ['east/tickets', ['tony', 'kevin']] },
  ];
  const files = { 'east/about': 'another directory' };
  await schedules.explore('own-paths', { processes, files, schedules: { random: 10 }, oracles, freeRuns: FREE });
});

test('the sum of any increments is exact', async ({ schedules }) => {
  const amounts = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 2 });
  await forAny([fc.array(amounts, { minLength: 2, maxLength: 3 })], async (all) => {
    const processes = all.map((own, position) => ({ name: FOUR[position] ?? '', args: [own] }));
    const sum = all.flat().reduce((one, other) => one + other);
    const oracles = [schedules.conserved('the count', sum, 'lost-update', ({ count }) => ({ count }))];
    await schedules.explore('counts', {
      processes,
      files: { count: '0' },
      schedules: { random: 15 },
      oracles,
      freeRuns: FREE,
    });
  });
});

/** Kills the holder; three others want its lock then, and get it, one at a time. */
async function killTheHolder(run: Run, lockedOut: string): Promise<void> {
  const [holder = 0] = await run.gate('holding').reachedBy(1);
  await run.gate('come').reachedBy(3);
  await run.signal('SIGKILL', holder);
  await run.gone(holder);
  run.gate('come').open();
  await run.mark('leaves', { count: 3, otherwise: lockedOut });
  expect(meetings(run, holder), 'two-inside-after-a-crash').toEqual({ meetings: 0 });
}

/** How often somebody came in while another one was inside; who was killed is inside no more. */
function meetings(run: Run, killed?: number): { meetings: number } {
  const inAndOut = run.marks().filter(({ name, pid }) => /^(enters|leaves)$/.test(name) && pid !== killed);
  return {
    meetings: inAndOut.filter(({ pid, name }, at) => name === 'leaves' && inAndOut[at - 1]?.pid !== pid).length,
  };
}

test('without any control too: a killed holder locks nobody out', async ({ sandbox }) => {
  const run = await sandbox.play('killed-holder');
  await killTheHolder(run, 'waits-for-a-dead-holder');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('a killed holder locks nobody out while it is a zombie either', async ({ sandbox }) => {
  const run = await sandbox.play('killed-holder', { args: ['a parent that is busy'] });
  await killTheHolder(run, 'zombie-taken-for-the-holder');
  run.gate('collect').open();
  expect(await run.ended()).toHaveExitedWith(0);
});

test('a process with the pid of the killed holder is not taken for it', async ({ sandbox, skip }) => {
  skip(!sandbox.hasPidNamespaces(), 'this system lets nobody choose a pid');
  const run = await sandbox.play('recycled-pid', { pidNamespace: true });
  const { data } = await run.mark('pids', { otherwise: 'waits-for-a-dead-holder' });
  expect({ 'pids of the holder and of a stranger': data }).toEqual({
    'pids of the holder and of a stranger': [4711, 4711],
  });
  await run.mark('enters', { otherwise: 'stranger-taken-for-the-holder' });
  expect(await run.ended()).toHaveExitedWith(0);
});

/** Somebody waits for an hour, the holder lives, and then leaves. */
async function waitForTheSilent(run: Run, silence?: () => Promise<() => Promise<void>>): Promise<void> {
  await run.mark('holds');
  await run.gate('leave').reachedBy(1);
  const wake = await silence?.();
  run.gate('come').open();
  await run.mark('an hour has passed', { otherwise: 'failed-among-others' });
  expect({ 'got in meanwhile': run.marks('enters').length }, 'silence-taken-for-the-end').toEqual({
    'got in meanwhile': 0,
  });
  await wake?.();
  run.gate('leave').open();
  await run.mark('enters', { otherwise: 'waits-for-ever' });
  expect(await run.ended()).toHaveExitedWith(0);
}

test('robs no holder that is stopped', async ({ sandbox }) => {
  const run = await sandbox.play('silent-holder');
  await waitForTheSilent(run, async () => {
    await run.signal('SIGSTOP');
    return () => run.signal('SIGCONT');
  });
});

test('robs no holder whose event loop is blocked', async ({ sandbox }) => {
  await waitForTheSilent(await sandbox.play('silent-holder', { args: ['busy'] }));
});

test('without any control too: nobody meets anybody, and the sum is exact', async ({ sandbox }) => {
  const run = await sandbox.play('rush');
  await run.gate('all are there').reachedBy(3);
  run.gate('all are there').open();
  const exits = await run.mark('exits', { otherwise: 'waits-for-ever' });
  expect(meetings(run), 'living-holder-robbed').toEqual({ meetings: 0 });
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
