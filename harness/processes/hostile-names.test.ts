import { copyFile, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProcessEntry, ProcessTable } from './entry.ts';
import { hostileNames } from './testing/hostile-names.ts';
import { legible, readers } from './testing/readers.ts';
import { entryInState, findEntry, test } from './testing/start-process.ts';

// What Linux keeps of a file name as the name of a process: 15 bytes (proc_pid_comm(5)).
const NAME_BYTES = 15;

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
      expected.set(pid, { ppid: process.pid, group, session, state: 'S', name: expectedName(table, name) });
      await entryInState(table, pid, 'S');
    }

    const entries = await table.list();
    expectNoForgery(entries);
    const seen = entries.filter(({ pid }) => expected.has(pid));
    expect(new Map(seen.map((entry) => [entry.pid, describeEntry(table, entry)]))).toEqual(expected);
  });

  test.for([...hostileNames, ''])('when a process calls itself %j', async (title, { start }) => {
    const rename = "process.title = process.argv[1]; console.log('renamed'); setTimeout(() => {}, 60_000)";
    // There is room for a title where the arguments were, and no more.
    const { pid, firstOutput } = await start(process.execPath, ['-e', rename, title, 'room'.repeat(20)]);
    await firstOutput;

    const entries = await table.list();
    expectNoForgery(entries);
    const entry = await findEntry(table, 'the child', (candidate) => candidate.pid === pid);
    expect(describeEntry(table, entry)).toMatchObject({ ppid: process.pid, name: expectedName(table, title) });
  });

  test('when an argument looks like the row of another process', async ({ start }) => {
    const victim = await start('/bin/sleep', ['60'], { env: { TOKEN: 'true' } });
    const forgery = `sleep\n${`${victim.pid}`.padStart(5)} sleep 60 TOKEN=forged`;
    const forger = await start('/bin/sleep', ['60'], { argv0: forgery, env: { A: forgery } });
    await entryInState(table, victim.pid, 'S');
    await entryInState(table, forger.pid, 'S');

    const details = await table.inspect([forger.pid, victim.pid], 'TOKEN');
    expect([...details.keys()].toSorted()).toEqual([forger.pid, victim.pid].toSorted());
    expect(details.get(victim.pid)).toMatchObject({ token: 'true' });
    expect(details.get(victim.pid)?.command.join(' ')).toBe('sleep 60');
  });

  test.for(hostileNames)('when a process works in a directory called %j', async (name, { start, directory }) => {
    const cwd = join(directory, name);
    await mkdir(cwd);
    const { pid } = await start('/bin/sleep', ['60'], { cwd });
    await entryInState(table, pid, 'S');

    const details = await table.inspect([pid], 'TOKEN');
    expect(details.get(pid)?.cwd).toBe(cwd);
  });
});

// procfs gives a name as it is; ps replaces what cannot be printed, in a way that depends on its version.
function expectedName({ source }: ProcessTable, fileName: string): string {
  const kept = Buffer.from(fileName).subarray(0, NAME_BYTES);
  return source === 'ps' ? legible(kept) : kept.toString();
}

function describeEntry({ source }: ProcessTable, { ppid, group, session, state, name }: ProcessEntry) {
  return { ppid, group, session, state, name: source === 'ps' ? legible(Buffer.from(name)) : name };
}

function expectNoForgery(entries: readonly ProcessEntry[]): void {
  expect(new Set(entries.map(({ pid }) => pid)).size).toBe(entries.length);
}
