import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa, execaSync } from 'execa';
import { expect, test } from 'vitest';
import { findAdopter } from './adopter.ts';
import { monotonicNow } from './clock.ts';
import { isOver } from './entry.ts';
import { ancestorsOf } from './family.ts';
import { processTable } from './table.ts';

const stripTypes = new URL('../typescript/register.mjs', import.meta.url).href;
const printAdopter = fileURLToPath(new URL('./testing/print-adopter.ts', import.meta.url));

/** Number of the system call prctl(2), by processor. */
const SYS_PRCTL: Readonly<Record<string, number>> = { x64: 157, arm64: 167 };
/** Asks for the orphans below it (PR_SET_CHILD_SUBREAPER is 36), says its pid, and runs a command. */
const SUBREAPER =
  'syscall(shift() + 0, 36, 1, 0, 0, 0) == 0 or die $!; $| = 1; print "$$\\n"; exit(system(@ARGV) >> 8)';
const prctl = process.platform === 'linux' ? SYS_PRCTL[process.arch] : undefined;
const canReap = prctl !== undefined && execaSync('perl', ['-v'], { reject: false }).exitCode === 0;

test('the adopter is pid 1, or an ancestor of ours', async () => {
  const adopter = await findAdopter();
  const ancestors = ancestorsOf(await processTable().list(), process.pid);
  expect([1, ...ancestors.map(({ pid }) => pid)]).toContain(adopter);
});

test.skipIf(!canReap)('below a process that asked for orphans, that one is the adopter', async () => {
  const node = [process.execPath, `--import=${stripTypes}`, printAdopter];
  const { stdout } = await execa('perl', ['-e', SUBREAPER, String(prctl), ...node]);
  const [subreaper, adopter] = stdout.split('\n');
  expect(adopter).toBe(subreaper);
});

test('the orphan that was made to find it ends', async () => {
  const since = monotonicNow();
  const adopter = await findAdopter();
  const isOrphan = async () =>
    (await processTable().list()).some(
      (entry) => entry.ppid === adopter && entry.name === 'cat' && entry.startTime >= since - 10 && !isOver(entry),
    );
  while (await isOrphan()) {
    await setImmediate();
  }
});
