import { setImmediate } from 'node:timers/promises';
import { execa, type Options } from 'execa';
import { dir } from 'tmp-promise';
import { test as base } from 'vitest';
import { monotonicNow } from '../clock.ts';
import type { ProcessEntry, ProcessTable } from '../entry.ts';

// Only to give up: what is waited for takes milliseconds.
const PATIENCE_MS = 20_000;

/**
 * Starts a program with no environment but what `options.env` says, and kills it when the test is over, however that goes.
 * @returns its pid
 * @throws Error if it could not be started
 */
export type StartProcess = (file: string, args: readonly string[], options?: Options) => Promise<StartedProcess>;

export interface StartedProcess {
  pid: number;
  /** The first thing that it writes to stdout. */
  firstOutput: Promise<string>;
  /** Kills it, and waits until it has gone from the process table. */
  end(): Promise<void>;
}

/** Vitest's `test` with real processes and a directory of its own, both gone when it is over. */
export const test = base.extend<{ start: StartProcess; directory: string }>({
  start: async ({ onTestFinished }, use) => {
    await use(async (file, args, options) => {
      const child = execa(file, args, { extendEnv: false, env: {}, stdin: 'ignore', reject: false, ...options });
      const end = async () => {
        child.kill('SIGKILL');
        await child;
      };
      onTestFinished(end);

      const { pid } = child;
      if (pid === undefined) {
        throw new Error(`Could not start ${file}: ${(await child).message}`);
      }
      const firstOutput = new Promise<string>((resolve, reject) => {
        child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
        child.then(({ stderr }) => reject(new Error(`${file} ended and had written nothing. Its errors: ${stderr}`)));
      });
      // Most tests do not ask for it.
      firstOutput.catch(() => undefined);
      return { pid, firstOutput, end };
    });
  },
  directory: async ({ onTestFinished }, use) => {
    const { path, cleanup } = await dir({ unsafeCleanup: true });
    onTestFinished(() => cleanup());
    await use(path);
  },
});

/**
 * Lists, again and again, until a listing is as wanted.
 * @param wanted what that is, for the message
 * @throws Error if none is for 20 seconds
 */
export async function listUntil(
  table: ProcessTable,
  wanted: string,
  isWanted: (entries: readonly ProcessEntry[]) => boolean,
): Promise<ProcessEntry[]> {
  const giveUpAt = monotonicNow() + PATIENCE_MS;
  while (monotonicNow() < giveUpAt) {
    const entries = await table.list();
    if (isWanted(entries)) {
      return entries;
    }
    // procfs is read without a turn of the event loop, and only a turn collects children that have ended.
    await setImmediate();
  }
  throw new Error(`Expected the process table to show ${wanted} within ${PATIENCE_MS} ms, and it did not.`);
}

/** The first entry that is as wanted, as soon as there is one. */
export async function findEntry(
  table: ProcessTable,
  wanted: string,
  isWanted: (entry: ProcessEntry) => boolean,
): Promise<ProcessEntry> {
  const entries = await listUntil(table, wanted, (candidates) => candidates.some(isWanted));
  return entries.filter(isWanted)[0] as ProcessEntry;
}

/** The entry of a process, as soon as it is in that state. A program that only sleeps is loaded when its state is S. */
export function entryInState(table: ProcessTable, pid: number, state: string): Promise<ProcessEntry> {
  return findEntry(table, `process ${pid} in state ${state}`, (entry) => entry.pid === pid && entry.state === state);
}

/** The entries of some processes, by pid, as soon as all of them sleep. */
export async function entriesAsleep(table: ProcessTable, pids: readonly number[]): Promise<Map<number, ProcessEntry>> {
  const isAsleep = (entry: ProcessEntry) => pids.includes(entry.pid) && entry.state === 'S';
  const entries = await listUntil(
    table,
    `processes ${pids.join(', ')} in state S`,
    (candidates) => candidates.filter(isAsleep).length === pids.length,
  );
  return new Map(entries.filter(isAsleep).map((entry) => [entry.pid, entry]));
}
