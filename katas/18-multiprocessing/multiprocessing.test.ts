import { expect, fc, forAny, type Run, type Schedules, test } from '#harness/test.ts';

// A test that begins with `test_...:` asserts what CPython's test of that name does. They are counted in the end.
const BEHAVIOURS = 'behaviours of CPython';
const SAME = { meta: { counted: { of: BEHAVIOURS, how: 'as they are' } } };
const NODE = { meta: { counted: { of: BEHAVIOURS, how: 'as Node has them' } } };

/** So many schedules at most, those with the fewest preemptions first. */
const MANY = 60;
/** Where it shows soon, or never. */
const FEW = 10;

const TWO = ['tony', 'kevin'];
const THREE = [...TWO, 'jason'];
const KINDS = ['Lock', 'RLock'] as const;

/** Compares what marks of these names told. */
async function told(run: Run, name: string, data: unknown, diagnosis: string): Promise<void> {
  const mark = await run.mark(name, { otherwise: diagnosis });
  expect({ [name]: mark.data }, diagnosis).toEqual({ [name]: data });
}

test('test_process: the object tells of its process before, while and after it runs', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('process');
  const before = { alive: false, exitCode: 'none', active: false, pid: 'none', name: 'SomeProcess', daemon: true };
  await told(run, 'made', before, 'wrong-before-the-start');
  const [pid] = await run.gate('the child stays').reachedBy(1, { otherwise: 'run-never-called' });
  const ranHere = (await run.processes()).length > 1 ? 'ran-here-too' : 'ran-in-the-caller';
  const place = { 'the target ran in': pid === run.pid ? 'the main process' : 'a child' };
  expect(place, ranHere).toEqual({ 'the target ran in': 'a child' });
  await told(run, 'started', { alive: true, exitCode: 'none', active: true, pid }, 'wrong-while-it-runs');
  const args = [1, 2, { hello: 23, bye: 2.54 }];
  await told(run, 'in the child', { name: 'SomeProcess', pid, daemon: true, args }, 'wrong-current-process');
  run.gate('the child stays').open();
  await told(run, 'joined', { alive: false, exitCode: 0, active: false }, 'taken-for-alive');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('test_current: the current process is alive, no daemon, and has our pid', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('current');
  const main = { alive: true, daemon: false, pid: run.pid, exitCode: 'none', same: true };
  await told(run, 'main', main, 'wrong-current-process');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('test_args_argument: the target gets its arguments, whatever JSON can hold', SAME, async ({ sandbox }) => {
  const sample = [1, 'str', [1], [[1]], '', null, '"quoted" $(echo no)', 'two\nlines', '🐼'];
  await forAny(
    [fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }).map((list) => JSON.stringify([...sample, ...list]))],
    async (given) => {
      const run = await sandbox.play('arguments', { args: [given] });
      const { data } = await run.mark('in the child', { otherwise: 'run-never-called' });
      expect((data as { args: unknown }).args, 'arguments-changed').toEqual(JSON.parse(given));
      run.gate('the child stays').open();
      expect(await run.ended()).toHaveExitedWith(0);
    },
    { runs: 1 },
  );
});

test('test_daemon_argument: a daemon is what is told so, or is made in a daemon', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('daemon-argument');
  await told(run, 'made in the main process', [false, true, false], 'wrong-daemon-flag');
  await told(run, 'made in a daemon', [true, false], 'wrong-daemon-flag');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('test_parent_process_attributes: a child knows pid and name of its parent', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('current');
  await told(run, 'its parent', 'none', 'wrong-parent');
  const { data } = await run.mark('itself', { otherwise: 'wrong-parent' });
  await told(run, 'parent', data, 'wrong-parent');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('test_parent_process: a child sees the end of its parent, and can wait for it', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('grandchild');
  const alive = await run.mark('parent', { otherwise: 'wrong-parent' });
  expect({ 'the parent is alive': alive.data }, 'wrong-parent').toEqual({ 'the parent is alive': true });
  await run.gate('terminate').reachedBy(1);
  run.gate('terminate').open();
  const after = await run.mark('parent', { count: 2, otherwise: 'end-of-the-parent-missed' });
  expect({ 'after its end': after.data }, 'end-of-the-parent-missed').toEqual({ 'after its end': false });
  expect(await run.ended()).toHaveExitedWith(0);
});

/** Waits in vain for a child, and then ends it. */
async function endedBy(run: Run, exitCode: number): Promise<void> {
  const living = { alive: true, exitCode: 'none', active: true };
  await run.gate('stay').reachedBy(1, { otherwise: 'run-never-called' });
  await told(run, 'started', living, 'wrong-while-it-runs');
  run.gate('join it').open();
  for (const limit of [0, -1, 20]) {
    await run.mark(`after join(${limit})`, {
      otherwise: limit > 0 ? 'waited-past-the-limit' : 'no-time-taken-for-all-time',
    });
    await told(run, `after join(${limit})`, living, 'killed-by-join-within');
  }

  await run.gate('end it').reachedBy(1);
  const [child] = (await run.processes()).filter(({ pid }) => pid !== run.pid);
  expect({ 'the child is there': child !== undefined }, 'killed-by-join-within').toEqual({
    'the child is there': true,
  });
  run.gate('end it').open();
  await told(run, 'signal sent', living, 'signal-taken-for-death');
  for (const name of ['joined', 'joined again']) {
    const mark = await run.mark(name, { otherwise: 'listened-too-late' });
    const { exitCode: code, ...ended } = mark.data as Record<string, unknown>;
    expect({ 'exit code': code }, code === 'none' ? 'signal-lost' : 'wrong-signal').toEqual({ 'exit code': exitCode });
    expect(ended, 'taken-for-alive').toEqual({ alive: false, active: false });
  }

  expect(await run.ended()).toHaveExitedWith(0);
}

test('test_terminate: join does not end a process; terminate does, and the code is -15', SAME, async ({ sandbox }) => {
  await endedBy(await sandbox.play('ended-by', { args: ['terminate'] }), -15);
});

test('test_kill: join does not end a process; kill does, and the code is -9', SAME, async ({ sandbox }) => {
  await endedBy(await sandbox.play('ended-by', { args: ['kill'] }), -9);
});

test('test_active_children: they are those that were started and have not ended', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('active');
  await told(run, 'made', [], 'wrong-active-children');
  await told(run, 'started', ['brief', 'staying'], 'wrong-active-children');
  await told(run, 'one has ended', ['staying'], 'ended-child-still-active');
  await told(run, 'both have ended', [], 'ended-child-still-active');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('test_recursion: children start children, and join them in order', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('recursion');
  await run.ended();
  const numbers = run.marks('number').map(({ data }) => data);
  const expected = [[], [0], [0, 0], [0, 1], [1], [1, 0], [1, 1]];
  expect({ 'in this order': numbers }, 'joined-a-living-child').toEqual({ 'in this order': expected });
  expect(run).toHaveExitedWith(0);
});

test('test_close: what has ended can be closed, and is of no use then', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('close');
  await told(run, 'closed while it is alive', 'an Error', 'closed-a-living-process');
  await told(run, 'afterwards', 'done', 'closed-a-living-process');
  await run.gate('stay').reachedBy(1, { otherwise: 'run-never-called' });
  run.gate('stay').open();
  run.gate('close').open();
  await told(run, 'closed', 'done', 'closing-refused');
  for (const use of ['isAlive()', 'join()', 'terminate()', 'kill()', 'start()', 'exitCode']) {
    await told(run, use, 'an Error', 'used-after-close');
  }

  await told(run, 'closed again', 'done', 'closing-refused');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('test_many_processes: many are started at once, and terminated at once', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('many');
  const all = <T>(one: T) => Array.from({ length: 8 }, () => one);
  await told(run, 'active', 8, 'wrong-active-children');
  await told(run, 'ended by themselves', all(0), 'wrong-exit-code');
  await told(run, 'terminated', all(-15), 'wrong-exit-code');
  expect(await run.ended()).toHaveExitedWith(0);
  expect({ 'active in the end': run.marks('active').at(-1)?.data }, 'ended-child-still-active').toEqual({
    'active in the end': 0,
  });
});

test('test_sys_exit: the exit code is that of process.exit, and 1 for what is none', NODE, async ({ sandbox }) => {
  await forAny(
    [fc.integer({ min: 2, max: 255 })],
    async (code) => {
      const run = await sandbox.play('exits', {
        args: [JSON.stringify([['exit', code], ['exit', 1], ['exit', 0], ['exit']])],
      });
      await told(run, 'exit codes', [code, 1, 0, 0], 'wrong-exit-code');
      expect(await run.ended()).toHaveExitedWith(0);
    },
    { runs: 1 },
  );
  const run = await sandbox.play('exits', { args: ['[["exit", [1, 2, 3]], ["exit", "ignore this"]]'] });
  await told(run, 'exit codes', [1, 1], 'wrong-exit-code');
  expect(await run.ended()).toHaveExitedWith(0);
  const said = { 'ignore this': run.stderr.includes('ignore this') };
  expect({ 'on stderr': said }, 'error-not-on-stderr').toEqual({ 'on stderr': { 'ignore this': true } });
});

test('test_stderr_flush: an error of run() is on stderr, and the exit code is 1', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('exits', { args: ['[["fail"]]'] });
  await told(run, 'exit codes', [1], 'failure-looks-like-success');
  expect(await run.ended()).toHaveExitedWith(0);
  const said = {
    error: run.stderr.includes('Error: the task fails, on purpose'),
    place: /tasks\.ts:\d+/.test(run.stderr),
  };
  expect({ 'on stderr': said }, 'error-not-on-stderr').toEqual({ 'on stderr': { error: true, place: true } });
});

test('test_wait_for_threads: a process ends when all is done that run() began', NODE, async ({ sandbox }) => {
  const run = await sandbox.play('pending');
  await run.mark('the timer', { otherwise: 'ended-before-its-task' });
  await run.gate('finish').reachedBy(1, { otherwise: 'ended-before-its-task' });
  expect({ 'joined by then': run.marks('joined').length }, 'ended-before-its-task').toEqual({ 'joined by then': 0 });
  run.gate('finish').open();
  await told(run, 'joined', 0, 'process-outlives-its-task');
  expect(run.marks('finished'), 'ended-before-its-task').toHaveLength(1);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('test_subclassing: run() of a class runs in the child alone, with its fields', NODE, async ({ sandbox }) => {
  const run = await sandbox.play('subclass');
  await run.mark('run() runs', { otherwise: 'run-never-called' });
  await run.mark('answer', { count: 2, otherwise: 'fields-of-another-moment' });
  await run.ended();
  const placesOf = (name: string) =>
    run.marks(name).map(({ pid }) => (pid === run.pid ? 'the main process' : 'the child'));
  expect({ 'run() ran in': placesOf('run() runs') }, 'ran-here-too').toEqual({ 'run() ran in': ['the child'] });
  expect({ 'the constructor ran in': placesOf('constructor runs') }, 'constructed-again').toEqual({
    'the constructor ran in': ['the main process'],
  });
  await told(run, 'run() runs', { name: 'UpperCaser-1', current: true }, 'wrong-current-process');
  const answers = run.marks('answer').map(({ data }) => data);
  expect({ answers }, 'fields-of-another-moment').toEqual({ answers: ['HELLO', 'WORLD'] });
  await told(run, 'joined', { exitCode: 0, served: 0 }, 'came-back-from-the-child');
  expect(run).toHaveExitedWith(0);
});

test('test_noforkbomb: a module that a child is loading may not start processes', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('fork-bomb', { limits: { processes: 6 } });
  expect(await run.ended(), 'started-while-loading').toHaveExitedWith(1);
  const starters = run.marks('started').map(({ pid }) => (pid === run.pid ? 'the main process' : 'a child'));
  expect({ 'started one': starters }, 'started-while-loading').toEqual({ 'started one': ['the main process'] });
  const seen = {
    'the work is done': run.marks('the work is done').length,
    'an Error on stderr': /Error: /.test(run.stderr),
  };
  expect(seen, 'started-while-loading').toEqual({ 'the work is done': 0, 'an Error on stderr': true });
});

test('test_noforkbomb: under the guard the work is done, once', SAME, async ({ sandbox }) => {
  const run = await sandbox.play('guarded', { limits: { processes: 6 } });
  expect(await run.ended(), 'parent-known-too-late').toHaveExitedWith(0);
  const times = run.marks('the work is done').length;
  expect({ 'times that the work was done': times }, 'parent-known-too-late').toEqual({
    'times that the work was done': 1,
  });
});

/** What one process is told by a lock, in any schedule. */
async function answers(schedules: Schedules, expected: Readonly<Record<string, [told: unknown, diagnosis: string]>>) {
  const { everyoneFinishes, marksAre, meaning } = schedules;
  const oracles = [
    ...Object.entries(expected).map(([name, [data, diagnosis]]) => marksAre(name, [data], diagnosis)),
    meaning(everyoneFinishes, { 'waits-for-ever': 'asked-not-to-wait' }),
  ];
  await schedules.explore('one-lock', { processes: ['tony'], schedules: 'all', oracles });
}

test('test_lock: a free lock is acquired, and a held one is not', SAME, async ({ schedules }) => {
  const taken = 'took-a-held-lock';
  await answers(schedules, {
    'acquire()': [true, 'free-lock-refused'],
    'acquire({ block: false })': [false, taken],
    'acquire({ timeoutMs: 20 })': [false, taken],
    'release()': ['done', 'release-refused'],
    'acquire({ block: false }) of a free lock': [true, 'free-lock-refused'],
  });
});

test('test_lock: a release of a lock that is free throws', SAME, async ({ schedules }) => {
  await answers(schedules, { 'release() of a free lock': ['an Error', 'free-lock-released'] });
});

test('test_lock: of two releases after one acquire, one throws', SAME, async ({ schedules }) => {
  const oracles = [schedules.marksAre('release', ['done', 'an Error'], 'free-lock-released')];
  const processes = [
    { name: 'tony', args: ['acquires'] },
    { name: 'kevin', args: ['waits'] },
  ];
  await schedules.explore('two-releases', { processes, schedules: { preemptions: 1 }, oracles, mostRuns: MANY });
});

test('test_rlock: its owner acquires it again, and releases it as often', NODE, async ({ schedules }) => {
  const { marksAre, meaning, mutualExclusion, everyoneFinishes } = schedules;
  const taken = [true, true, true];
  const released = ['done', 'done', 'done'];
  const oracles = [
    meaning(everyoneFinishes, { 'waits-for-ever': 'owner-locked-out' }),
    marksAre('acquire()', [taken, taken], 'owner-locked-out'),
    meaning(mutualExclusion, { 'two-inside': 'inner-release-freed-it' }),
    marksAre('release()', [released, released], 'inner-release-freed-it'),
    marksAre('a release too many', ['an Error', 'an Error'], 'released-without-a-word'),
  ];
  await schedules.explore('nests', { processes: TWO, schedules: { preemptions: 2 }, oracles, mostRuns: MANY });
});

test('test_rlock: a release by another process throws, and frees nothing', NODE, async ({ schedules }) => {
  const { marksAre, meaning, mutualExclusion } = schedules;
  const own = ['an Error', 'done'];
  const oracles = [
    meaning(mutualExclusion, { 'two-inside': 'freed-by-another' }),
    marksAre('release', [...own, ...own], 'released-without-a-word'),
  ];
  await schedules.explore('releases', { processes: TWO, schedules: { preemptions: 2 }, oracles, mostRuns: MANY });
});

test('test_lock_context: withLock releases when the body is over, however it ends', NODE, async ({ schedules }) => {
  const { marksAre, meaning, mutualExclusion, everyoneFinishes } = schedules;
  const same = 'the error of the body';
  const oracles = [
    meaning(everyoneFinishes, { 'waits-for-ever': 'kept-after-an-error' }),
    meaning(mutualExclusion, { 'two-inside': 'released-too-early' }),
    marksAre('caught', [same, same], 'error-lost'),
    marksAre('result', [42, 42], 'value-lost'),
  ];
  for (const kind of KINDS) {
    const request = { processes: TWO, args: [kind], schedules: { preemptions: 1 }, oracles, mostRuns: FEW };
    await schedules.explore('contexts', request);
  }
});

test('test_lock_context: under an RLock, withLock may be used again', NODE, async ({ schedules }) => {
  const { meaning, mutualExclusion, everyoneFinishes } = schedules;
  const oracles = [
    meaning(everyoneFinishes, { 'waits-for-ever': 'owner-locked-out' }),
    meaning(mutualExclusion, { 'two-inside': 'inner-release-freed-it' }),
  ];
  await schedules.explore('contexts-nested', { processes: TWO, schedules: { preemptions: 1 }, oracles, mostRuns: FEW });
});

// What no test of CPython asserts, and its documentation says.

test('locks: never two are inside, and all get in', async ({ schedules }) => {
  const request = { oracles: [schedules.mutualExclusion], mostRuns: MANY };
  for (const kind of KINDS) {
    await schedules.explore('section', { ...request, processes: TWO, args: [kind], schedules: 'all' });
  }

  await schedules.explore('section', { ...request, processes: THREE, args: ['Lock'], schedules: { preemptions: 2 } });
});

test('locks: never two are inside, however long the holder stays', async ({ schedules }) => {
  const oracles = [schedules.mutualExclusion];
  for (const kind of KINDS) {
    const request = { processes: TWO, args: [kind, 3_600_000], schedules: { preemptions: 1 }, oracles, mostRuns: FEW };
    await schedules.explore('section', { ...request, freeRuns: 0 });
  }
});

test('locks: one process may release the Lock that another one has acquired', async ({ schedules }) => {
  const { meaning, everyoneFinishes, marksAre } = schedules;
  const oracles = [
    marksAre('release by another', ['done'], 'lock-tied-to-its-holder'),
    meaning(everyoneFinishes, { 'waits-for-ever': 'lock-tied-to-its-holder' }),
  ];
  const processes = [
    { name: 'tony', args: ['acquires'] },
    { name: 'kevin', args: ['releases'] },
  ];
  await schedules.explore('hands-over', { processes, schedules: { preemptions: 1 }, oracles, mostRuns: FEW });
});

test('locks: a process that holds an RLock gets it, also when it asks twice at the same moment', async ({
  schedules,
}) => {
  const { everyoneFinishes, marksAre, meaning } = schedules;
  const oracles = [
    meaning(everyoneFinishes, { 'waits-for-ever': 'owner-locked-out' }),
    marksAre('acquired', [[true, true]], 'owner-locked-out'),
    marksAre('released', [['done', 'done', 'an Error']], 'inner-release-freed-it'),
  ];
  await schedules.explore('twice-at-once', { processes: ['tony'], schedules: 'all', oracles, mostRuns: FEW });
});

test('locks: acquire says false when the time is up, or at once', async ({ schedules }) => {
  const { marksAre, meaning, everyoneFinishes, withoutWaiting } = schedules;
  const request = { schedules: { preemptions: 1 }, mostRuns: FEW };
  const processes = (...args: unknown[]) => [
    { name: 'holder', args: ['holds', ...args] },
    { name: 'asker', args: ['asks', ...args] },
  ];
  const refused = marksAre('answer', [false], 'took-a-held-lock');
  for (const kind of KINDS) {
    const inTime = [refused, meaning(everyoneFinishes, { 'waits-for-ever': 'time-limit-ignored' })];
    const asking = processes(kind, { timeoutMs: 20 });
    await schedules.explore('asks', { ...request, processes: asking, oracles: inTime });
    const atOnce = [refused, withoutWaiting('asks', 'answer', 'asked-not-to-wait')];
    await schedules.explore('asks', { ...request, processes: processes(kind, { block: false }), oracles: atOnce });
  }
});

test('names: MainProcess, Process-1, and in that one Process-1:1', async ({ sandbox }) => {
  const run = await sandbox.play('names');
  expect(await run.ended({ otherwise: 'wrong-name' })).toHaveExitedWith(0);
  const names = run.marks('name').map(({ data }) => data);
  expect({ names }, 'wrong-name').toEqual({ names: ['MainProcess', 'Process-1', 'Process-1:1'] });
  await told(run, 'another class', 'Greeter-2', 'wrong-name');
});

test('misuse: a process starts once, and only a child that was started is joined', async ({ sandbox }) => {
  const run = await sandbox.play('misuse');
  await told(run, 'join() before start()', 'an Error', 'joined-what-never-started');
  await told(run, 'terminate() before start()', 'an Error', 'terminated-what-never-started');
  await told(run, 'the main process joins itself', 'an Error', 'joined-itself');
  await told(run, 'a second start()', 'an Error', 'started-twice');
  await told(run, 'a child joins itself', 'an Error', 'joined-itself');
  await told(run, 'start() after the end', 'an Error', 'started-twice');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('misuse: whether a process is a daemon cannot be set after its start', async ({ sandbox }) => {
  const run = await sandbox.play('misuse');
  await told(run, 'daemon set after start()', 'an Error', 'set-after-the-start');
  await told(run, 'daemon', false, 'set-after-the-start');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('misuse: what has ended gets no signal, whoever has its pid now', async ({ sandbox }) => {
  const run = await sandbox.play('recycled-pid', { pidNamespace: sandbox.hasPidNamespaces() });
  await told(run, 'terminate() at once', 'done', 'gone-taken-for-an-error');
  await told(run, 'terminate()', 'done', 'gone-taken-for-an-error');
  await told(run, 'kill()', 'done', 'gone-taken-for-an-error');
  await run.mark('the stranger answers', { otherwise: 'signalled-an-ended-child' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('join: its timer keeps nobody up when the process has ended', async ({ sandbox }) => {
  const run = await sandbox.play('within');
  await told(run, 'joined', 0, 'waited-past-the-limit');
  expect(await run.ended({ otherwise: 'timer-left-behind' })).toHaveExitedWith(0);
});

/** Waits for the end of the main program, and for its daemon to be gone after it. */
async function bothEnd(run: Run, status: number): Promise<void> {
  await run.gate('stay').reachedBy(1, { otherwise: 'run-never-called' });
  await run.gate('end').reachedBy(1, { otherwise: 'waited-past-the-limit' });
  run.gate('end').open();
  const aim = { expected: 'the main program to end', saw: () => 'it did not end' };
  await run.until(() => run.exit, aim, { otherwise: 'kept-up-by-its-daemon' });
  for (const { pid } of await run.processes()) {
    await run.gone(pid, { otherwise: 'daemon-outlived-its-main' });
  }

  expect(run, 'changed-exit-status').toHaveExitedWith(status);
  await run.ended();
}

test('daemons: nobody waits for them, and they end with the program', async ({ sandbox }) => {
  await bothEnd(await sandbox.play('main'), 0);
  await bothEnd(await sandbox.play('main', { args: ['exit'] }), 3);
  await bothEnd(await sandbox.play('main', { args: ['throw'] }), 1);
});

test('daemons: the other children are waited for', async ({ sandbox }) => {
  const run = await sandbox.play('others');
  await run.gate('finish').reachedBy(1, { otherwise: 'others-not-waited-for' });
  run.gate('finish').open();
  await run.mark('finished', { otherwise: 'others-not-waited-for' });
  expect(await run.ended()).toHaveExitedWith(0);
  const order = run.marks().map(({ name }) => name);
  expect({ 'in this order': order }, 'others-not-waited-for').toEqual({
    'in this order': ['finished', 'the main program ends'],
  });
});

test('daemons: a daemon may not start children, the others may', async ({ sandbox }) => {
  for (const [kind, outcome, diagnosis] of [
    ['daemon', 'an Error', 'daemon-with-children'],
    ['child', 'done', 'children-refused'],
  ] as const) {
    const run = await sandbox.play('nested', { args: [kind] });
    await run.gate('stay').reachedBy(1, { otherwise: 'run-never-called' });
    await told(run, 'start()', outcome, diagnosis);
    run.gate('end').open();
    run.gate('stay').open();
    await run.ended();
  }
});
