import { expect, type Run, test } from '#harness/test.ts';

/** The one that shall live on when the scenario's own process has ended. */
const orphan = { survivors: 1 };
/** An answer may have started somebody to help it watch. */
const watcher = { survivors: 2 };

/** Waits until the task is at work: the pid of its process. */
async function taskAtWork(run: Run): Promise<number> {
  const [task = 0] = await run.gate('print').reachedBy(1, { otherwise: 'task-never-began' });
  return task;
}

/** Waits until the child watches its parent. */
async function childWatches(run: Run): Promise<void> {
  const { data } = await run.mark('watches', { otherwise: 'task-never-began' });
  expect({ 'onOrphaned threw': data }, 'watch-threw').toEqual({ 'onOrphaned threw': undefined });
}

/** Lets the child live on for a minute, which takes milliseconds. */
async function childLivesOn(run: Run): Promise<void> {
  run.gate('live on').open();
  await run.mark('a minute is over', { count: 2, otherwise: 'died-while-it-watched' });
}

/** Lets the parent live for a minute beside its child, which watches it, and then be still. */
async function parentStandsStill(run: Run): Promise<void> {
  await childWatches(run);
  await run.mark('a minute is over', { otherwise: 'died-while-it-watched' });
  run.gate('do it').open();
  await run.gate('stand still').reachedBy(1);
}

/** What the callback was given, each time that it was called. */
const told = (run: Run) => ({ 'new parents told': run.marks('callback called').map(({ data }) => data) });
const nothing = { 'new parents told': [] };
const once = (newParent: number) => ({ 'new parents told': [newParent] });

test('the task goes on when its launcher is killed, and is adopted', async ({ sandbox }) => {
  const run = await sandbox.play('launcher', { args: ['work'], ...orphan });
  const task = await taskAtWork(run);
  const place = task === run.pid ? 'the launcher itself' : 'a process of its own';
  expect({ 'the task runs in': place }, 'task-in-its-launcher').toEqual({ 'the task runs in': 'a process of its own' });
  const { data } = await run.mark('launched', { otherwise: 'returned-another-pid' });
  expect({ 'pid returned': data }, 'returned-another-pid').toEqual({ 'pid returned': task });

  await run.signal('SIGKILL');
  expect(await run.ended()).toHaveExitedWith('SIGKILL');
  const survivors = await run.processes();
  expect({ 'still alive': survivors.map(({ pid }) => pid) }, 'died-with-its-launcher').toEqual({
    'still alive': [task],
  });
  expect({ 'its parent': survivors[0]?.ppid }, 'not-adopted').toEqual({ 'its parent': await sandbox.findAdopter() });
});

test('the task may print when its launcher and the terminal are gone', async ({ sandbox }) => {
  const run = await sandbox.play('launcher', { args: ['work'], ...orphan });
  await taskAtWork(run);
  await run.signal('SIGKILL');
  await run.ended();
  run.hangUp();
  run.gate('print').open();
  await run.gate('printed').reachedBy(1, { otherwise: 'died-of-printing' });
});

test('a launcher that has nothing more to do ends at once', async ({ sandbox }) => {
  const run = await sandbox.play('launch-and-end', orphan);
  expect(await run.ended({ otherwise: 'launcher-kept-up' })).toHaveExitedWith(0);
  await taskAtWork(run);
});

test('the task begins also when its launcher exits in the same moment', async ({ sandbox }) => {
  const run = await sandbox.play('launch-and-exit', orphan);
  await taskAtWork(run);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('tells an orphan once who has adopted it', async ({ sandbox }) => {
  const run = await sandbox.play('launcher', { args: ['watch'], ...watcher });
  await childWatches(run);
  await run.mark('a minute is over', { otherwise: 'died-while-it-watched' });
  expect(told(run), 'told-too-early').toEqual(nothing);
  await run.signal('SIGKILL');
  const { data } = await run.mark('callback called', { otherwise: 'orphan-not-told' });
  const adopter = await sandbox.findAdopter();
  expect({ 'new parent told': data }, 'wrong-new-parent').toEqual({ 'new parent told': adopter });
  await childLivesOn(run);
  expect(told(run), 'told-more-than-once').toEqual(once(adopter));
});

test('notices the end of its parent also when the parent exits, or fails', async ({ sandbox }) => {
  for (const deed of ['exit', 'throw']) {
    const run = await sandbox.play('launcher', { args: ['watch', deed], ...watcher });
    await childWatches(run);
    run.gate('do it').open();
    await run.mark('callback called', { otherwise: 'orphan-not-told' });
    expect(told(run), 'wrong-new-parent').toEqual(once(await sandbox.findAdopter()));
  }
});

test('notices it also when the parent was gone before it began to watch', async ({ sandbox }) => {
  const run = await sandbox.play('launcher', { args: ['watchLater'], ...watcher });
  await run.gate('begin to watch').reachedBy(1, { otherwise: 'task-never-began' });
  await run.signal('SIGKILL');
  await run.ended();
  run.gate('begin to watch').open();
  await childWatches(run);
  await run.mark('callback called', { otherwise: 'asked-for-its-parent-too-late' });
  expect(told(run), 'wrong-new-parent').toEqual(once(await sandbox.findAdopter()));
});

test('takes whoever is its parent now for the adopter, whatever the pid', async ({ sandbox }) => {
  const run = await sandbox.play('adopted-before');
  await childWatches(run);
  await run.mark('callback called', { otherwise: 'adopter-taken-for-pid-1' });
  expect(told(run), 'adopter-taken-for-pid-1').toEqual(once(run.pid));
});

test('is not deceived by a parent that is stopped', async ({ sandbox }) => {
  const run = await sandbox.play('launcher', { args: ['watch'] });
  await parentStandsStill(run);
  await run.signal('SIGSTOP');
  await childLivesOn(run);
  expect(told(run), 'silence-taken-for-death').toEqual(nothing);
});

test('is not deceived by a parent whose event loop is blocked', async ({ sandbox }) => {
  const run = await sandbox.play('launcher', { args: ['watch', 'block'] });
  await parentStandsStill(run);
  await childLivesOn(run);
  expect(told(run), 'silence-taken-for-death').toEqual(nothing);
});

test('is not deceived by a parent that closes its channels and lives, and watches on', async ({ sandbox }) => {
  const run = await sandbox.play('channels', { args: ['watch'], ...watcher });
  await childWatches(run);
  run.gate('close the channels').open();
  await run.mark('closed');
  await childLivesOn(run);
  expect(told(run), 'closed-channel-taken-for-death').toEqual(nothing);

  await run.signal('SIGKILL');
  await run.mark('callback called', { otherwise: 'stopped-watching-too-soon' });
  expect(told(run), 'wrong-new-parent').toEqual(once(await sandbox.findAdopter()));
});

test('a child that has nothing to do but to watch ends', async ({ sandbox }) => {
  for (const scenario of ['launcher', 'channels']) {
    const run = await sandbox.play(scenario, { args: ['onlyWatch'] });
    await childWatches(run);
    const { data } = await run.mark('has ended', { otherwise: 'kept-up-by-its-watch' });
    expect({ 'exit status': data }, 'kept-up-by-its-watch').toEqual({ 'exit status': 0 });
  }
});
