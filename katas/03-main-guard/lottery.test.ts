import { expect, type Run, test } from '#harness/test.ts';

const folder = import.meta.dirname;
/** Five are enough for every test. A fork bomb is stopped while its tree can still be read. */
const limits = { processes: 8 };

test('run as a program, it starts two children, and they start none', async ({ sandbox }) => {
  const run = await sandbox.play('lottery.ts', { command: [process.execPath, `${folder}/lottery.ts`], limits });
  expect(await run.ended()).toHaveExitedWith(0);
  expectTwoChildren(run, run.pid, 'main-not-recognised');
});

test('imported, it starts nothing', async ({ sandbox }) => {
  const run = await sandbox.play('importer', { args: ['0'], limits });
  expect(await run.ended()).toHaveExitedWith(0);
  expect(below(run, run.pid), 'drew-when-imported').toEqual({ children: 0, grandchildren: 0 });
});

test('imported, its drawAll starts a child for each number and collects the numbers', async ({ sandbox }) => {
  const run = await sandbox.play('importer', { args: ['3'], limits });
  expect(await run.ended()).toHaveExitedWith(0);
  const drawn = run.marks('numbers').flatMap(({ data }) => data);
  const numbers = drawn.filter((number) => typeof number === 'number').length;
  expect({ numbers }, 'guard-inside-the-function').toEqual({ numbers: 3 });
  expect(below(run, run.pid), 'drew-when-imported').toEqual({ children: 3, grandchildren: 0 });
});

test('isMain answers for the module it is asked about, whatever its name', async ({ sandbox }) => {
  const run = await sandbox.play('lottery', { limits });
  expect(await run.ended()).toHaveExitedWith(0);
  const answers = run.marks('answers')[0]?.data;
  expect(answers, 'answered-for-another-module').toEqual({ theProgram: true, whatItImports: false });
});

test('knows itself when it is started by a relative path', async ({ sandbox }) => {
  const run = await sandbox.play('./lottery.ts', { command: [process.execPath, './lottery.ts'], cwd: folder, limits });
  expect(await run.ended()).toHaveExitedWith(0);
  expectTwoChildren(run, run.pid, 'main-not-recognised');
});

test('knows itself when it is started through a symbolic link', async ({ sandbox }) => {
  const run = await sandbox.play('through-a-link', { limits });
  expect(await run.ended()).toHaveExitedWith(0);
  expectTwoChildren(run, await program(run), 'link-not-followed');
});

test('knows itself in a folder whose name has spaces, %, # and Chinese characters', async ({ sandbox }) => {
  const run = await sandbox.play('strange-folder', { limits });
  expect(await run.ended()).toHaveExitedWith(0);
  expectTwoChildren(run, await program(run), 'path-taken-for-url');
});

test('is the main program also when it was forked with a channel for messages', async ({ sandbox }) => {
  const run = await sandbox.play('forked', { limits });
  expect(await run.ended()).toHaveExitedWith(0);
  expectTwoChildren(run, await program(run), 'channel-taken-for-child');
});

test('is the main program also when a child starts it', async ({ sandbox }) => {
  const run = await sandbox.play('bonus-draw', { limits });
  expect(await run.ended()).toHaveExitedWith(0);
  expectTwoChildren(run, await program(run), 'flag-inherited');
});

/** @param otherwise what it usually means that a program starts no children */
function expectTwoChildren(run: Run, pid: number, otherwise: string): void {
  const { children, grandchildren } = below(run, pid);
  expect({ grandchildren }, 'grandchildren-started').toEqual({ grandchildren: 0 });
  expect({ children }, otherwise).toEqual({ children: 2 });
}

/** How many Node processes a process started, and how many those started. */
function below(run: Run, pid: number): { children: number; grandchildren: number } {
  const started = run.evidence().events.filter((event) => event.type === 'awake');
  const children = started.filter(({ ppid }) => ppid === pid).map((child) => child.pid);
  return { children: children.length, grandchildren: started.filter(({ ppid }) => children.includes(ppid)).length };
}

/** Pid of the lottery that the scenario started as a program. */
async function program(run: Run): Promise<number> {
  const { data } = await run.mark('program', { otherwise: 'guard-inside-the-function' });
  return (data as { pid: number }).pid;
}
