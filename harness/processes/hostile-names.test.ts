import { copyFile, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProcessEntry, ProcessTable } from './entry.ts';
import { controlCharacters, hostileNames } from './testing/hostile-names.ts';
import { hasLsof, legible, readers } from './testing/readers.ts';
import { entriesAsleep, findEntry, test } from './testing/start-process.ts';

// What Linux keeps of a file name as the name of a process: 15 bytes (proc_pid_comm(5)).
const NAME_BYTES = 15;

// Elsewhere a copy of a system program may not run, and names are cut at another place.
describe.runIf(process.platform === 'linux').each(readers)('names do not deceive the reader of $source', (table) => {
  test.for([
    ['a copy', copyFile],
    ['a symbolic link', symlink],
  ] as const)('when the program is %s of another', async ([, place], { start, directory }) => {
    const { group, session } = await findEntry(table, 'this process', ({ pid }) => pid === process.pid);
    const expected = new Map<number, Partial<ProcessEntry>>();
    for (const name of hostileNames) {
      const file = join(directory, name);
      await place('/bin/sleep', file);
      const { pid } = await start(file, ['60'], { argv0: `sleep ${name}` });
      expected.set(pid, { pid, ppid: process.pid, group, session, name: expectedName(table, name) });
    }

    const entries = await entriesAsleep(table, [...expected.keys()]);
    const seen = [...entries].map(([pid, entry]) => [pid, describeEntry(table, entry)] as const);
    expect(new Map(seen)).toEqual(expected);
    await expectNoForgery(table);
  });

  test('when a process gives itself another name', async ({ start }) => {
    const rename = "process.title = process.argv[1]; console.log('renamed'); setTimeout(() => {}, 60_000)";
    for (const title of ['', '  ', ') R 1 1', '\n    1 forged']) {
      // There is room for a title where the arguments were, and no more.
      const { pid, firstOutput } = await start(process.execPath, ['-e', rename, '--', title, 'room'.repeat(20)]);
      await firstOutput;

      const entry = await findEntry(table, 'the child', (candidate) => candidate.pid === pid);
      expect(describeEntry(table, entry)).toMatchObject({ ppid: process.pid, name: expectedName(table, title) });
    }
    await expectNoForgery(table);
  });

  test('when an argument or a variable looks like the row of another process', async ({ start }) => {
    const victim = await start('/bin/sleep', ['60'], { env: { TOKEN: 'true' } });
    const forgery = `sleep\n${`${victim.pid}`.padStart(5)} sleep 60 TOKEN=forged`;
    const forger = await start('/bin/sleep', ['60'], { argv0: forgery, env: { A: forgery } });
    await entriesAsleep(table, [victim.pid, forger.pid]);

    const details = await table.inspect([forger.pid, victim.pid], 'TOKEN');
    expect([...details.keys()].toSorted()).toEqual([forger.pid, victim.pid].toSorted());
    expect(details.get(victim.pid)).toMatchObject({ token: 'true' });
    expect(details.get(victim.pid)?.command.join(' ')).toBe('/bin/sleep 60');
  });

  test.skipIf(table.source === 'ps' && !hasLsof)('of directories', async ({ start, directory }) => {
    const expected = new Map<number, string>();
    for (const name of hostileNames) {
      if (table.source === 'procfs' || name !== controlCharacters) {
        const cwd = join(directory, name);
        await mkdir(cwd);
        expected.set((await start('/bin/sleep', ['60'], { cwd })).pid, cwd);
      }
    }

    const pids = [...expected.keys()];
    await entriesAsleep(table, pids);
    const details = await table.inspect(pids, 'TOKEN');
    expect(new Map([...details].map(([pid, { cwd }]) => [pid, cwd]))).toEqual(expected);
  });
});

// procfs gives a name as it is; ps replaces what cannot be printed, in a way that depends on its version.
function expectedName({ source }: ProcessTable, fileName: string): string {
  const kept = Buffer.from(fileName).subarray(0, NAME_BYTES);
  return source === 'ps' ? legible(kept) : kept.toString();
}

function describeEntry({ source }: ProcessTable, { pid, ppid, group, session, name }: ProcessEntry) {
  return { pid, ppid, group, session, name: source === 'ps' ? legible(Buffer.from(name)) : name };
}

async function expectNoForgery(table: ProcessTable): Promise<void> {
  const entries = await table.list();
  expect(new Set(entries.map(({ pid }) => pid)).size).toBe(entries.length);
}
