import { expect, type Run, test } from '#harness/test.ts';

/** Waits until the child cleans up: it was asked to end, in a way that lets it. */
async function childCleansUp(run: Run): Promise<void> {
  await run.gate('cleaning up').reachedBy(1, { otherwise: 'killed-without-warning' });
}

/** The child still cleans up, and nobody has been told that all was over. */
async function childIsWaitedFor(run: Run): Promise<void> {
  await run.processes();
  const left = { 'children at their clean-up': run.gate('cleaning up').waiting.length };
  expect(left, 'grace-cut-short').toEqual({ 'children at their clean-up': 1 });
  const said = [...run.marks('ending'), ...run.marks('the tree is over')].map(({ name, data }) => data ?? name);
  expect({ 'said meanwhile': said }, 'said-over-too-early').toEqual({ 'said meanwhile': [] });
}

/** Lets the child finish. */
async function childFinishes(run: Run): Promise<void> {
  run.gate('cleaning up').open();
  await run.mark('cleaned up', { otherwise: 'grace-cut-short' });
}

/** Stops a process as Ctrl-Z does, and waits until it stands still: the system does not do so at once. */
async function freeze(run: Run, pid: number): Promise<void> {
  await run.signal('SIGSTOP', pid);
  const child = (await run.processes()).find((one) => one.pid === pid);
  const aim = { expected: `process ${pid} to be stopped`, saw: () => `it is in state ${child?.state}` };
  await run.until(() => (child?.state === 'T' ? true : undefined), aim);
}

/** Plays a program that stops a tree, and lets it do so when all of the tree are there: the pids of the tree. */
async function stopTheTree(run: Run): Promise<number[]> {
  await run.mark('the tree stands');
  const tree = (await run.processes()).map(({ pid }) => pid).filter((pid) => pid !== run.pid);
  run.gate('stop it').open();
  return tree;
}

/** Waits until all of a tree have ended, and until the answer has said so. */
async function treeEnds(run: Run, tree: readonly number[]): Promise<void> {
  for (const pid of tree) {
    await run.gone(pid, { otherwise: 'descendants-left-alive' });
  }

  await run.mark('the tree is over', { otherwise: 'waited-out-the-grace' });
  expect(await run.ended({ otherwise: 'timer-left-behind' })).toHaveExitedWith(0);
}

test('terminate asks a child to end, and does not wait', async ({ sandbox }) => {
  const run = await sandbox.play('ask');
  await childCleansUp(run);
  await run.mark('asked', { otherwise: 'blocked-while-stopping' });
  await childFinishes(run);
  await run.mark('asked again', { otherwise: 'gone-taken-for-an-error' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('stop lets a child finish its clean-up, and waits for it', async ({ sandbox }) => {
  const run = await sandbox.play('clean-up');
  await childCleansUp(run);
  await run.mark('a minute is over', { otherwise: 'blocked-while-stopping' });
  await childIsWaitedFor(run);
  await childFinishes(run);
  const { data } = await run.mark('ending', { otherwise: 'waited-out-the-grace' });
  expect({ 'stop said': data }, 'wrong-ending').toEqual({ 'stop said': 'stopped' });
  expect(await run.ended({ otherwise: 'timer-left-behind' })).toHaveExitedWith(0);
});

test('stop is over as soon as the child is, and its timer keeps nobody up', async ({ sandbox }) => {
  const run = await sandbox.play('one-child', { args: ['polite'] });
  const { data } = await run.mark('ending', { otherwise: 'waited-out-the-grace' });
  expect({ 'stop said': data }, 'wrong-ending').toEqual({ 'stop said': 'stopped' });
  expect(await run.ended({ otherwise: 'timer-left-behind' })).toHaveExitedWith(0);
});

test('stop kills a child that ignores SIGTERM when the grace is over', async ({ sandbox }) => {
  const run = await sandbox.play('one-child', { args: ['stubborn'] });
  const { data } = await run.mark('ending', { otherwise: 'never-killed' });
  expect({ 'stop said': data }, 'wrong-ending').toEqual({ 'stop said': 'killed' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('stop also ends a child that is stopped by SIGSTOP', async ({ sandbox }) => {
  const run = await sandbox.play('frozen-child');
  await freeze(run, Number((await run.mark('child')).data));
  run.gate('stop it').open();
  const { data } = await run.mark('ending', { otherwise: 'frozen-child-not-ended' });
  // It may be woken first, and end by itself: both are right.
  expect(['stopped', 'killed'], 'wrong-ending').toContain(data);
  expect(await run.ended({ otherwise: 'frozen-child-not-ended' })).toHaveExitedWith(0);
});

test('stop does not take a signal that was sent for the end of the child', async ({ sandbox }) => {
  const run = await sandbox.play('asked-before');
  const { data } = await run.mark('ending', { otherwise: 'signal-taken-for-the-end' });
  expect({ 'stop said': data }, 'signal-taken-for-the-end').toEqual({ 'stop said': 'killed' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('two callers share one stop', async ({ sandbox }) => {
  const run = await sandbox.play('two-callers');
  await childCleansUp(run);
  run.gate('second caller').open();
  await run.mark('both wait', { otherwise: 'blocked-while-stopping' });
  run.gate('cleaning up').open();
  const { data } = await run.mark('endings', { otherwise: 'one-caller-forgotten' });
  const times = run.marks('told to end').length;
  expect({ 'times the child was told to end': times }, 'told-to-end-twice').toEqual({
    'times the child was told to end': 1,
  });
  expect({ 'stop said': data }, 'wrong-ending').toEqual({ 'stop said': ['stopped', 'stopped'] });
  await run.mark('ending for a third one', { otherwise: 'listened-too-late' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('a child that has ended gets no signal, since its pid may be a stranger’s', async ({ sandbox }) => {
  const run = await sandbox.play('recycled-pid', { pidNamespace: sandbox.hasPidNamespaces() });
  const { data } = await run.mark('ending', { otherwise: 'listened-too-late' });
  await run.mark('the stranger answers', { otherwise: 'signalled-an-ended-child' });
  expect({ 'stop said': data }, 'wrong-ending').toEqual({ 'stop said': 'already over' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('stopTree ends children and grandchildren, and is over as soon as they are', async ({ sandbox }) => {
  const run = await sandbox.play('tree', { args: ['grandchildren'] });
  await treeEnds(run, await stopTheTree(run));
});

test('stopTree ends those that ignore SIGTERM when the grace is over', async ({ sandbox }) => {
  const run = await sandbox.play('tree', { args: ['stubborn'] });
  await treeEnds(run, await stopTheTree(run));
});

test('stopTree ends those that have a process group of their own', async ({ sandbox }) => {
  const run = await sandbox.play('own-group');
  await treeEnds(run, await stopTheTree(run));
});

test('stopTree lets everybody finish, also when the root has ended before', async ({ sandbox }) => {
  const run = await sandbox.play('tree-clean-up');
  await childCleansUp(run);
  const { data: root } = await run.mark('root');
  // It may have ended by now, or its turn may come last: then it dies of something else.
  await run.signal('SIGKILL', Number(root)).catch(() => {});
  await run.gone(Number(root));
  run.gate('the root has ended').open();
  await run.mark('a minute is over', { otherwise: 'blocked-while-stopping' });
  await childIsWaitedFor(run);
  await childFinishes(run);
  await run.mark('the tree is over', { otherwise: 'waited-out-the-grace' });
  expect(await run.ended({ otherwise: 'timer-left-behind' })).toHaveExitedWith(0);
});

test('stopTree leaves alone who is not of the tree', async ({ sandbox }) => {
  const run = await sandbox.play('sibling');
  await run.mark('the sibling answers', { otherwise: 'hit-a-sibling' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('stopTree has nothing to do for a tree that is over', async ({ sandbox }) => {
  const run = await sandbox.play('tree-over');
  await run.mark('the tree is over', { otherwise: 'gone-taken-for-an-error' });
  expect(await run.ended({ otherwise: 'timer-left-behind' })).toHaveExitedWith(0);
});
