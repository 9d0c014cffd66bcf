import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { processTable } from '../processes/table.ts';
import { SANDBOX_VARIABLE } from '../sandbox/journal-writer.ts';
import { type TriedWorkbook, test } from './testing/tried-workbook.ts';

const KATA = '09-orphan';

test.for(['the test runner', 'npm'])(
  'when %s is killed with SIGKILL, nothing of the run is left',
  async (who, { workbook }) => {
    await workbook.answer(KATA, 'orphan.ts', { file: `solutions/${KATA}/orphan.ts` });
    const npm = workbook.start('test', KATA);
    // In the middle: an orphan is there already, and the launcher that started it is gone.
    await until(async () => (await orphansOf(workbook, npm.pid)) > 0);
    process.kill(who === 'npm' ? (npm.pid ?? 0) : await runnerOf(npm.pid), 'SIGKILL');
    await npm;

    await until(async () => (await workbook.leftovers()).length === 0);
    expect(await workbook.leftovers()).toEqual([]);
  },
);

/** Processes of sandboxes whose parent is neither the runner nor one of them. */
async function orphansOf(workbook: TriedWorkbook, npm: number | undefined): Promise<number> {
  const runner = await runnerOf(npm).catch(() => undefined);
  const table = processTable();
  const entries = await table.list();
  const details = await table.inspect(
    entries.map(({ pid }) => pid),
    SANDBOX_VARIABLE,
  );
  const members = entries.filter(({ pid }) => details.get(pid)?.token?.startsWith(workbook.temporary));
  const family = new Set([runner, ...members.map(({ pid }) => pid)]);
  return members.filter(({ ppid, state }) => state !== 'Z' && !family.has(ppid)).length;
}

async function runnerOf(npm: number | undefined): Promise<number> {
  const entries = await processTable().list();
  const children = entries.filter(({ ppid }) => ppid === npm);
  // A shell may stand between npm and its script.
  const shell = children.find(({ name }) => name === 'sh');
  const runner = shell === undefined ? children[0] : entries.find(({ ppid }) => ppid === shell.pid);
  if (runner === undefined) {
    throw new Error('Expected a test runner below npm.');
  }

  return runner.pid;
}

async function until(cause: () => Promise<boolean>): Promise<void> {
  while (!(await cause())) {
    await pause(5);
  }
}
