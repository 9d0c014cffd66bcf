import { expect, fc, forAny, type Run, test } from '#harness/test.ts';

/** Waits until the task is at work, held at its gate: the pid of the process that runs it. */
async function taskAtWork(run: Run): Promise<number> {
  await run.mark('task runs', { otherwise: 'task-never-ran' });
  const [pid = 0] = await run.gate('working').reachedBy(1, { otherwise: 'ended-before-its-task' });
  return pid;
}

test('runs the task in a process of its own, a child of the caller', async ({ sandbox }) => {
  const run = await sandbox.play('one-task');
  const { pid, ppid } = await run.mark('task runs', { otherwise: 'task-never-ran' });
  const place = pid === run.pid ? 'the caller itself' : 'a process of its own';
  expect({ 'the task runs in': place }, 'ran-in-the-caller').toEqual({ 'the task runs in': 'a process of its own' });
  expect({ 'parent of the task': ppid }, 'not-our-child').toEqual({ 'parent of the task': run.pid });
});

test('returns while the task is still at work', async ({ sandbox }) => {
  const run = await sandbox.play('one-task');
  await taskAtWork(run);
  await run.mark('main goes on', { otherwise: 'waited-for-the-task' });
});

test('gives back the process that runs the task', async ({ sandbox }) => {
  const run = await sandbox.play('one-task');
  const task = await taskAtWork(run);
  const { data } = await run.mark('child given', { otherwise: 'returned-something-else' });
  expect({ 'pid of the child': data }, 'returned-something-else').toEqual({ 'pid of the child': task });
});

test('the process ends by itself when its task is done, with exit code 0', async ({ sandbox }) => {
  const run = await sandbox.play('one-end');
  const task = await taskAtWork(run);
  run.gate('working').open();
  await run.mark('task done', { otherwise: 'ended-before-its-task' });
  await run.gone(task, { otherwise: 'process-outlives-its-task' });

  const { data } = await run.mark('child ended', { otherwise: 'end-not-told' });
  expect({ 'exit code': data }, 'success-looks-like-failure').toEqual({ 'exit code': 0 });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('starts a new process for each call', async ({ sandbox }) => {
  const run = await sandbox.play('two-tasks');
  await run.gate('working').reachedBy(2, { otherwise: 'same-process-again' });
});

test('hands over text letter for letter', async ({ sandbox }) => {
  const sent = ["it's", '"quoted"', '$(echo no)', '`ls` $HOME', 'a && b | c > d', '\\', 'two\nlines', '🐼 你好', ''];
  const run = await sandbox.play('arguments', { args: [JSON.stringify(sent)] });
  const { data } = await run.mark('arguments arrived', { otherwise: 'read-by-a-shell' });
  expect(data, 'wrong-number-of-arguments').toHaveLength(sent.length);
  expect(data, 'read-by-a-shell').toEqual(sent);
});

test('hands over numbers, null, lists and objects as what they are', async ({ sandbox }) => {
  const sent = [7, '7', -1.5, true, null, 'null', [], [1, [2, []]], {}, { name: 'jason', friends: ['tony'] }];
  const run = await sandbox.play('arguments', { args: [JSON.stringify(sent)] });
  const { data } = await run.mark('arguments arrived', { otherwise: 'became-text' });
  expect(data, 'became-text').toEqual(sent);
});

test('hands over any arguments that JSON can hold', async ({ sandbox }) => {
  const character = fc.constantFrom(...'a"\'`$(){}\\\n\0 é你🐼');
  const values = fc.array(fc.jsonValue({ stringUnit: character, maxDepth: 3 }), { maxLength: 20, size: 'max' });
  await forAny([values.map((list) => JSON.stringify(list))], async (sent) => {
    const run = await sandbox.play('arguments', { args: [sent] });
    const { data } = await run.mark('arguments arrived', { otherwise: 'arguments-changed' });
    expect(data, 'arguments-changed').toEqual(JSON.parse(sent));
  });
});

test('a task that throws ends its process with a non-zero exit code and its error on stderr', async ({ sandbox }) => {
  const run = await sandbox.play('failing-task');
  const { data } = await run.mark('child ended', { otherwise: 'end-not-told' });
  expect(`exit code ${data}`, 'failure-looks-like-success').toMatch(/^exit code [1-9]/);
  run.gate('main lives on').open();
  await run.ended();
  expect(run.stderr, 'error-not-on-stderr').toContain('jason has failed, on purpose');
});

test('the caller lives on when a task throws', async ({ sandbox }) => {
  const run = await sandbox.play('failing-task');
  await run.gate('main lives on').reachedBy(1, { otherwise: 'died-with-the-task' });
  run.gate('main lives on').open();
  expect(await run.ended(), 'died-with-the-task').toHaveExitedWith(0);
});
