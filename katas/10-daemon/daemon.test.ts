import { expect, type Run, test } from '#harness/test.ts';

/** Waits until main program and daemon are at work, each in a process of its own. */
async function bothWork(run: Run): Promise<void> {
  const [daemon] = await run.gate('serve').reachedBy(1, { otherwise: 'task-never-began' });
  const { data } = await run.mark('daemon', { otherwise: 'kept-up-by-its-daemon' });
  expect({ 'pid told': data }, 'returned-another-pid').toEqual({ 'pid told': daemon });
  await run.gate('end').reachedBy(1);
}

/** What it means when the main program goes on, when it ends in another way, and when a daemon goes on after it. */
interface Otherwise {
  main?: string;
  status?: string;
  daemon?: string;
}

/** Waits for the end of the main program, and for its daemons to be gone after it. */
async function allEnd(run: Run, status: number | NodeJS.Signals, otherwise: Otherwise = {}): Promise<void> {
  const { main = 'kept-up-by-its-daemon', daemon = 'daemon-outlived-its-main' } = otherwise;
  const aim = { expected: 'the main program to end', saw: () => 'it did not end' };
  await run.until(() => run.exit, aim, { otherwise: main });
  for (const { pid } of await run.processes()) {
    await run.gone(pid, { otherwise: daemon });
  }

  expect(run, otherwise.status ?? 'changed-exit-status').toHaveExitedWith(status);
  await run.ended();
}

test('a main program that returns is not kept up by its daemon, which ends with it', async ({ sandbox }) => {
  const run = await sandbox.play('main', { args: ['serve'] });
  await bothWork(run);
  run.gate('end').open();
  await allEnd(run, 0);
});

test('a main program that returns at once leaves no daemon behind', async ({ sandbox }) => {
  const run = await sandbox.play('at-once');
  await allEnd(run, 0);
});

test('the other children are waited for, and are let finish', async ({ sandbox }) => {
  const run = await sandbox.play('others');
  await run.gate('finish').reachedBy(1, { otherwise: 'others-not-waited-for' });
  run.gate('finish').open();
  await run.mark('finished', { otherwise: 'others-not-waited-for' });
  await allEnd(run, 0);
  const order = run.marks().map(({ name }) => name);
  expect({ 'in this order': order }, 'others-not-waited-for').toEqual({
    'in this order': ['finished', 'the main program ends'],
  });
});

test('a daemon ends when its main program calls exit, and the exit status is kept', async ({ sandbox }) => {
  const run = await sandbox.play('main', { args: ['serve', 'exit'] });
  await bothWork(run);
  run.gate('end').open();
  await allEnd(run, 3);
});

test('a daemon ends when its main program throws, and the error is told as ever', async ({ sandbox }) => {
  const run = await sandbox.play('main', { args: ['serve', 'throw'] });
  await bothWork(run);
  run.gate('end').open();
  await allEnd(run, 1);
  const told = { 'the error is on stderr': run.stderr.includes('the main program fails, on purpose') };
  expect(told, 'changed-exit-status').toEqual({ 'the error is on stderr': true });
});

test('a daemon ends when SIGTERM or SIGINT ends its main program, which dies of that signal', async ({ sandbox }) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const run = await sandbox.play('main', { args: ['serve'] });
    await bothWork(run);
    await run.signal(signal);
    await allEnd(run, signal, { main: 'signal-swallowed' });
  }
});

test('a daemon ends when its main program is killed by SIGKILL', async ({ sandbox }) => {
  const run = await sandbox.play('main', { args: ['serve'] });
  await bothWork(run);
  await run.signal('SIGKILL');
  await allEnd(run, 'SIGKILL');
});

test('a daemon ends also when its main program is killed in the moment after the start', async ({ sandbox }) => {
  const run = await sandbox.play('at-once', { args: ['kill'] });
  await allEnd(run, 'SIGKILL');
});

test('a daemon whose event loop is blocked ends when its main program does', async ({ sandbox }) => {
  const run = await sandbox.play('main', { args: ['compute'] });
  await bothWork(run);
  run.gate('end').open();
  await allEnd(run, 0, { daemon: 'blocked-daemon-lived-on' });
});

test('a signal that the main program handles itself is left to it', async ({ sandbox }) => {
  const run = await sandbox.play('own-handler');
  await run.gate('serve').reachedBy(1, { otherwise: 'task-never-began' });
  await run.gate('end').reachedBy(1);
  await run.signal('SIGTERM');
  await run.gate('put away').reachedBy(1, { otherwise: 'took-over-the-signal' });
  run.gate('put away').open();
  await allEnd(run, 5, { main: 'signal-swallowed' });
});

test('join waits for a daemon as for any child', async ({ sandbox }) => {
  const run = await sandbox.play('join-a-daemon');
  await run.gate('serve').reachedBy(1, { otherwise: 'daemon-not-waited-for' });
  expect({ 'said by then': run.marks('joined').length }, 'daemon-not-waited-for').toEqual({ 'said by then': 0 });
  run.gate('serve').open();
  await run.mark('joined', { otherwise: 'daemon-not-waited-for' });
});

test('a daemon that ended earlier does no harm', async ({ sandbox }) => {
  const run = await sandbox.play('join-a-daemon');
  run.gate('serve').open();
  await run.mark('joined', { otherwise: 'daemon-not-waited-for' });
  run.gate('end').open();
  await allEnd(run, 0, { status: 'gone-taken-for-an-error' });
});

test('daemon is false at first, and cannot be set after the start', async ({ sandbox }) => {
  const run = await sandbox.play('set-late');
  const before = await run.mark('before the start');
  expect(before.data, 'wrong-answer').toEqual({ daemon: false, pid: 'none' });
  const after = await run.mark('after it', { otherwise: 'set-after-the-start' });
  expect({ tried: run.marks().map(({ name }) => name)[1] }, 'set-after-the-start').toEqual({ tried: 'refused' });
  expect(after.data, 'set-after-the-start').toEqual({ daemon: false });
  await allEnd(run, 0);
});

test('a daemon may not start children', async ({ sandbox }) => {
  const run = await sandbox.play('nested', { args: ['daemon'] });
  await run.gate('serve').reachedBy(1, { otherwise: 'task-never-began' });
  expect({ 'it was': run.marks()[0]?.name }, 'daemon-with-children').toEqual({ 'it was': 'refused' });
  run.gate('end').open();
  await allEnd(run, 0);
});

test('a child that is no daemon may start children', async ({ sandbox }) => {
  const run = await sandbox.play('nested', { args: ['child'] });
  await run.gate('serve').reachedBy(1, { otherwise: 'task-never-began' });
  const { name, data } = run.marks()[0] ?? {};
  expect({ 'it has': name, why: data }, 'children-refused').toMatchObject({ 'it has': 'started' });
  run.gate('end').open();
  run.gate('serve').open();
  await allEnd(run, 0);
});
