import { fileURLToPath } from 'node:url';
import { execa, execaSync } from 'execa';
import { describe, expect } from 'vitest';
import type { ProcessDetails, ProcessEntry } from './entry.ts';
import { procfsTable } from './procfs.ts';
import { hasProcfs } from './testing/readers.ts';
import { entryInState, test } from './testing/start-process.ts';

const nodeFlags = ['--import', new URL('../typescript/register.mjs', import.meta.url).href];
const namespace = ['-Urpf', '--kill-child', '--mount-proc'];
const canMakeNamespace = execaSync('unshare', [...namespace, 'true'], { reject: false }).exitCode === 0;

describe.runIf(hasProcfs)('procfs', () => {
  test('keeps the arguments of a process apart, empty ones too', async ({ start }) => {
    const { pid } = await start('/bin/sleep', ['60', '0'], { argv0: 'a  name' });
    const { pid: shell } = await start('/bin/sh', ['-c', 'read line; :', '', 'two words'], { stdin: 'pipe' });
    await entryInState(procfsTable(), pid, 'S');
    await entryInState(procfsTable(), shell, 'S');

    const details = await procfsTable().inspect([pid, shell], 'TOKEN');
    expect(details.get(pid)?.command).toEqual(['a  name', '60', '0']);
    expect(details.get(shell)?.command).toEqual(['/bin/sh', '-c', 'read line; :', '', 'two words']);
  });

  test('shows a title without the room that is left behind it', async ({ start }) => {
    const rename = "process.title = 'short'; console.log('renamed'); setTimeout(() => {}, 60_000)";
    const { pid, firstOutput } = await start(process.execPath, ['-e', rename]);
    await firstOutput;
    const details = await procfsTable().inspect([pid], 'TOKEN');
    expect(details.get(pid)?.command).toEqual(['short']);
  });

  // Only root can become somebody else.
  test.runIf(process.getuid?.() === 0)('shows of what it may not look into what it may', async ({ start }) => {
    const { pid } = await start('/bin/sleep', ['60'], { env: { TOKEN: 'x' } });
    await entryInState(procfsTable(), pid, 'S');

    const program = fileURLToPath(new URL('./testing/inspect-as-nobody.ts', import.meta.url));
    const { stdout } = await execa(process.execPath, [...nodeFlags, program, `${pid}`, 'TOKEN']);
    const details: ProcessDetails[] = JSON.parse(stdout);
    expect(details).toEqual([{ command: ['/bin/sleep', '60'] }]);
  });

  test.runIf(canMakeNamespace)('tells a process from an earlier one that had the same pid', async () => {
    const program = fileURLToPath(new URL('./testing/reuse-pid.ts', import.meta.url));
    const { stdout } = await execa('unshare', [...namespace, process.execPath, ...nodeFlags, program]);
    const [before, after]: [ProcessEntry, ProcessEntry] = JSON.parse(stdout);
    expect(after.pid).toBe(before.pid);
    expect(after.identity).not.toBe(before.identity);
  });
});
