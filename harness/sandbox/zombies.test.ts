import { expect } from 'vitest';
import { processTable } from '../processes/table.ts';
import { findEntry } from '../processes/testing/start-process.ts';
import { test } from './testing/play.ts';

const table = processTable();

test('shows a zombie apart from the living, and a signal changes nothing about it', async ({ play }) => {
  const run = await play('keeps-a-zombie.sh');
  const { pid } = await findEntry(table, 'a zombie', ({ ppid, state }) => ppid === run.pid && state === 'Z');
  expect((await run.zombies()).map((zombie) => zombie.pid)).toEqual([pid]);
  expect((await run.processes()).map((process) => process.pid)).toEqual([run.pid]);
  expect([run.seen(run.pid)?.state, run.seen(pid)?.state, run.seen(1)]).toEqual(['S', 'Z', undefined]);

  await run.signal('SIGKILL', pid);
  expect((await run.zombies()).map((zombie) => zombie.pid)).toEqual([pid]);
  await run.signal('SIGKILL');
  await run.ended();
  expect((await run.zombies()).filter(({ ppid }) => ppid === run.pid)).toEqual([]);
});

test('sends no signal to who is not of the run', async ({ play }) => {
  const run = await play('keeps-a-zombie.sh');
  await expect(run.signal('SIGTERM', process.pid)).rejects.toThrow(`No process ${process.pid} in this run`);
});
