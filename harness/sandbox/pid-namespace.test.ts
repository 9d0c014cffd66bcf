import { expect } from 'vitest';
import { test } from './testing/play.ts';

test('a scenario in a pid namespace of its own has the next process get the pid that it chooses', async ({
  sandbox,
  play,
  skip,
}) => {
  skip(!sandbox.hasPidNamespaces(), 'this system lets nobody make a pid namespace');
  const run = await play('recycles-a-pid', { pidNamespace: true });
  expect((await run.mark('pids')).data).toEqual([4711, 4711]);
  expect((await run.ended()).exit).toEqual({ code: 0, signal: null });
});
