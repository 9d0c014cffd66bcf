import { expect, fc, forAny, type Run, test } from '#harness/test.ts';

/** What run() found where it was executed. */
interface Found {
  username: string;
  friends: unknown[];
  isGreeter: boolean;
  canGreet: boolean;
}

/** What became of a call that should throw. */
interface Thrown {
  threw: string;
  message?: string;
}

/** Waits until run() is executed, wherever that is. */
async function runRuns(run: Run) {
  const { pid, ppid, data } = await run.mark('run() runs', { otherwise: 'run-never-called' });
  return { pid, ppid, found: data as Found };
}

/** Lets the process come to its end, and the program with it. */
async function finish(run: Run) {
  run.gate('greeting').open();
  await run.mark('run() is done', { otherwise: 'ended-before-its-task' });
  return run.ended();
}

test('run() is executed in a process of its own, a child of the caller, and there alone', async ({ sandbox }) => {
  const run = await sandbox.play('one-greeter');
  const { pid, ppid } = await runRuns(run);
  await run.gate('greeting').reachedBy(1, { otherwise: 'ended-before-its-task' });
  expect(await finish(run)).toHaveExitedWith(0);

  expect({ 'times that run() ran': run.marks('run() runs').length }, 'ran-here-too').toEqual({
    'times that run() ran': 1,
  });
  const place = pid === run.pid ? 'the caller itself' : 'a process of its own';
  expect({ 'run() ran in': place }, 'ran-in-the-caller').toEqual({ 'run() ran in': 'a process of its own' });
  expect({ 'parent of that process': ppid }, 'not-our-child').toEqual({ 'parent of that process': run.pid });
});

test('start() returns while run() is at work', async ({ sandbox }) => {
  const run = await sandbox.play('one-greeter');
  await runRuns(run);
  await run.mark('start() returned', { otherwise: 'start-waited-for-the-end' });
});

test('pid is undefined before start(), and afterwards that of the process that executes run()', async ({ sandbox }) => {
  const run = await sandbox.play('one-greeter');
  const { pid } = await runRuns(run);
  expect({ 'before start()': (await run.mark('made')).data }, 'wrong-pid').toEqual({ 'before start()': {} });
  const { data } = await run.mark('start() returned', { otherwise: 'start-waited-for-the-end' });
  expect({ 'after start()': data }, 'wrong-pid').toEqual({ 'after start()': { pid } });
});

test('run() finds whatever JSON can hold in its fields', async ({ sandbox }) => {
  const sample = ["it's", '"quoted"', '$(echo no)', 'two\nlines', '🐼 你好', '', 7, null, [[]], { name: 'kevin' }];
  const character = fc.constantFrom(...'a"\'`$(){}\\\n\0 é你🐼');
  const values = fc.array(fc.jsonValue({ stringUnit: character, maxDepth: 2 }), { maxLength: 3 });
  await forAny(
    [values.map((list) => JSON.stringify([...sample, ...list]))],
    async (given) => {
      const run = await sandbox.play('any-fields', { args: [given] });
      const { found } = await runRuns(run);
      expect(found.friends, 'fields-lost').toEqual(JSON.parse(given));
    },
    { runs: 1 },
  );
});

test('run() finds its fields as they were when start() was called', async ({ sandbox }) => {
  const run = await sandbox.play('changed-fields');
  const { found } = await runRuns(run);
  const { username, friends } = found;
  expect({ username, friends }, 'fields-of-another-moment').toEqual({ username: 'jason', friends: ['kevin'] });
});

test('the constructor does not run again in the child', async ({ sandbox }) => {
  const run = await sandbox.play('one-greeter');
  await runRuns(run);
  const places = run.marks('constructor runs').map(({ pid }) => (pid === run.pid ? 'the caller' : 'the child'));
  expect({ 'the constructor ran in': places }, 'constructed-again').toEqual({
    'the constructor ran in': ['the caller'],
  });
});

test('in the child, this is an object of its class, with its other methods', async ({ sandbox }) => {
  const run = await sandbox.play('one-greeter');
  const { isGreeter, canGreet } = (await runRuns(run)).found;
  const seen = { 'this instanceof Greeter': isGreeter, "'greet' in this": canGreet };
  expect(seen, 'not-of-its-class').toEqual({ 'this instanceof Greeter': true, "'greet' in this": true });
});

test('each class of a module runs its own run(), a subclass of a subclass too', async ({ sandbox }) => {
  const run = await sandbox.play('three-classes');
  await run.mark('Leaver leaves', { otherwise: 'another-class-ran' });
  const { pid: loud } = await run.mark('LoudGreeter shouts', { otherwise: 'another-class-ran' });
  await run.mark('run() runs', { count: 2, otherwise: 'another-class-ran' });

  expect(await finish(run)).toHaveExitedWith(0);
  expect(run.marks('Leaver leaves'), 'another-class-ran').toHaveLength(1);
  expect(run.marks('LoudGreeter shouts'), 'another-class-ran').toHaveLength(1);
  // Kevin is loud, and Tony is not.
  const kevin = run.marks('run() runs').find(({ pid }) => pid === loud)?.data as Found | undefined;
  expect(kevin?.username, 'another-class-ran').toBe('kevin');
});

test('what the child changes in its fields stays there', async ({ sandbox }) => {
  const run = await sandbox.play('joined');
  await runRuns(run);
  run.gate('greeting').open();
  await run.mark('run() is done', { otherwise: 'ended-before-its-task' });
  const { data } = await run.mark('joined', { otherwise: 'listened-too-late' });
  expect(data, 'came-back-from-the-child').toEqual({ username: 'tony', friends: ['jason'] });
});

test('the process ends by itself when run() is done, also an asynchronous one', async ({ sandbox }) => {
  const run = await sandbox.play('joined');
  const { pid } = await runRuns(run);
  await run.gate('greeting').reachedBy(1, { otherwise: 'ended-before-its-task' });
  run.gate('greeting').open();
  await run.mark('run() is done', { otherwise: 'ended-before-its-task' });
  await run.gone(pid, { otherwise: 'process-outlives-its-task' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('run() called directly runs here', async ({ sandbox }) => {
  const run = await sandbox.play('run-directly');
  const { pid } = await runRuns(run);
  const place = pid === run.pid ? 'the caller itself' : 'another process';
  expect({ 'run() ran in': place }, 'run-starts-a-process').toEqual({ 'run() ran in': 'the caller itself' });
  expect(await finish(run)).toHaveExitedWith(0);
});

test('a second start() throws an Error that says that a process starts once', async ({ sandbox }) => {
  const run = await sandbox.play('second-start');
  await runRuns(run);
  const { data } = await run.mark('second start()', { otherwise: 'started-twice' });
  const { threw, message } = data as Thrown;
  expect({ 'the second start() threw': threw }, 'started-twice').toEqual({ 'the second start() threw': 'an Error' });
  // Whatever the words: the errors that JavaScript itself throws speak of properties and functions.
  expect(message, 'failed-by-accident').toMatch(/start|once|twice|already|again|second|only|一|已|再|重/i);

  run.gate('greeting').open();
  const third = await run.mark('third start()', { otherwise: 'listened-too-late' });
  const after = { 'start() after the end threw': (third.data as Thrown).threw };
  expect(after, 'started-twice').toEqual({ 'start() after the end threw': 'an Error' });
  expect(await run.ended()).toHaveExitedWith(0);
  const times = run.marks('run() runs').length;
  expect({ 'times that run() ran': times }, 'started-twice').toEqual({ 'times that run() ran': 1 });
});

test('join() waits until the process has ended', async ({ sandbox }) => {
  const run = await sandbox.play('lingers');
  await run.gate('ending').reachedBy(1, { otherwise: 'run-never-called' });
  run.gate('main goes on').open();
  await run.mark('main has gone on', { otherwise: 'blocked-while-joining' });
  const isOver = run.marks('joined').length > 0;
  expect({ 'join() is over': isOver }, 'joined-a-living-child').toEqual({ 'join() is over': false });

  run.gate('ending').open();
  const { data } = await run.mark('joined', { otherwise: 'listened-too-late' });
  expect({ 'when join() was over': data }, 'joined-a-living-child').toEqual({
    'when join() was over': 'its process has ended',
  });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('join() knows also of an end that came before it, as often as it is asked', async ({ sandbox }) => {
  const run = await sandbox.play('late-join');
  const { pid } = await runRuns(run);
  run.gate('greeting').open();
  await run.gone(pid, { otherwise: 'process-outlives-its-task' });
  run.gate('join').open();
  await run.mark('joined twice', { otherwise: 'listened-too-late' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('join() before start() throws an Error that says so', async ({ sandbox }) => {
  const run = await sandbox.play('early-join');
  const { data } = await run.mark('join()', { otherwise: 'joined-what-never-started' });
  const { threw, message } = data as Thrown;
  expect({ 'join() threw': threw }, 'joined-what-never-started').toEqual({ 'join() threw': 'an Error' });
  expect(message, 'failed-by-accident').toMatch(/start|begun|began|\bran\b|running|launch|启动|开始|运行/i);
});

test('join() is content with a process that failed, and the caller lives on', async ({ sandbox }) => {
  const run = await sandbox.play('failing');
  await run.gate('main lives on').reachedBy(1, { otherwise: 'rejects-on-failure' });
  run.gate('main lives on').open();
  expect(await run.ended()).toHaveExitedWith(0);
});
