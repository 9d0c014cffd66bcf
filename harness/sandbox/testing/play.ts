import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from 'vitest';
import { isOver, type ProcessEntry } from '../../processes/entry.ts';
import { processTable } from '../../processes/table.ts';
import { SANDBOX_VARIABLE } from '../journal-writer.ts';
import type { PlayOptions } from '../play.ts';
import type { Run } from '../run.ts';
import { Sandbox } from '../sandbox.ts';

/** The folder of the programs. */
export const programs = fileURLToPath(new URL('./programs/', import.meta.url));
const table = processTable();

/** Plays `programs/<name>.ts`, or a shell script if the name ends in `.sh`. */
export type Play = (name: string, options?: PlayOptions) => Promise<Run>;

interface Fixtures {
  sandbox: Sandbox;
  play: Play;
}

/** Vitest's `test` with hostile programs to play. When it is over nothing of them is left, whatever the sandbox says. */
export const test = base.extend<Fixtures>({
  sandbox: async ({ onTestFinished: _ }, use) => {
    const sandbox = new Sandbox(programs);
    await use(sandbox);
    await sandbox.close();
    for (const run of sandbox.runs) {
      await expectNothingLeft(run);
    }
  },
  play: async ({ sandbox }, use) => {
    await use((name, options = {}) =>
      name.endsWith('.sh')
        ? sandbox.play(name, { command: ['/bin/sh', `${programs}${name}`], ...options })
        : sandbox.play(name, options),
    );
  },
});

/** Looks at the whole machine, by means of its own. */
export async function expectNothingLeft({ pid, directory }: Run): Promise<void> {
  const entries = await livingProcesses();
  const details = await table.inspect(
    entries.map((entry) => entry.pid),
    SANDBOX_VARIABLE,
  );
  const sandboxDirectory = directory.slice(0, directory.lastIndexOf('/'));
  const left = entries.filter((entry) => {
    const { token, cwd } = details.get(entry.pid) ?? {};
    return entry.session === pid || token === sandboxDirectory || cwd?.startsWith(sandboxDirectory);
  });
  expect(left).toEqual([]);
  expect(existsSync(sandboxDirectory)).toBe(false);
}

/** All processes of the machine but zombies. */
export async function livingProcesses(): Promise<ProcessEntry[]> {
  return (await table.list()).filter((entry) => !isOver(entry));
}

/** Whether that process lives: a zombie does not. */
export async function isAlive(pid: number): Promise<boolean> {
  return (await livingProcesses()).some((entry) => entry.pid === pid);
}
