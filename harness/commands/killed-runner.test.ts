import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { processTable } from '../processes/table.ts';
import { SANDBOX_VARIABLE } from '../sandbox/journal-writer.ts';
import { type TriedWorkbook, test } from './testing/tried-workbook.ts';

const KATA = '09-orphan';

test.for(['the test runner', 'npm'])(
  'when %s is killed with SIGKILL, nothing of the run is left',
  async (who, { workbook }) => {
    const { started, npm } = await startInTheMiddle(workbook);
    process.kill(who === 'npm' ? npm : await runnerOf(npm), 'SIGKILL');
    await started;

    await until(async () => (await workbook.leftovers()).length === 0);
  },
);

test('when npm is killed and stays a zombie, nothing of the run is left', async ({ workbook }) => {
  // sleep(1) reaps nobody, and npm is its child.
  const { started, npm } = await startInTheMiddle(workbook, ['sh', '-c', '"$@" & exec sleep 1000', 'sh']);
  try {
    process.kill(npm, 'SIGKILL');
    await until(async () => (await workbook.leftovers()).every((left) => left.startsWith(`${started.pid} `)));

    const entry = (await processTable().list()).find(({ pid }) => pid === npm);
    expect(entry?.state).toBe('Z');
  } finally {
    started.kill('SIGKILL');
    await started;
  }
});

test('when the test runner is killed in the middle of an exploration, nothing of it is left', async ({ workbook }) => {
  await workbook.answer('13-mutex', 'mutex.ts', { file: 'solutions/13-mutex/mutex.ts' });
  const npm = workbook.start('test', '13-mutex');
  await until(async () => (await workbook.leftovers()).filter((left) => left.includes('schedule/actor')).length >= 2);
  process.kill(await runnerOf(npm.pid), 'SIGKILL');
  await npm;

  await until(async () => (await workbook.leftovers()).length === 0);
});

/** Starts the tests of the kata: there is an orphan when this settles, and the launcher that started it is gone. */
async function startInTheMiddle(workbook: TriedWorkbook, under: string[] = []) {
  await workbook.answer(KATA, 'orphan.ts', { file: `solutions/${KATA}/orphan.ts` });
  const started = workbook.startUnder(under, 'test', KATA);
  let npm: number | undefined;
  await until(async () => {
    npm = under.length === 0 ? started.pid : await onlyChildOf(started.pid);
    return (await orphansOf(workbook, npm)) > 0;
  });
  if (npm === undefined) {
    throw new Error('Expected npm to have been started.');
  }

  return { started, npm };
}

async function onlyChildOf(parent: number | undefined): Promise<number | undefined> {
  const children = (await processTable().list()).filter(({ ppid }) => ppid === parent);
  return children.length === 1 ? children[0]?.pid : undefined;
}

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
