import { setImmediate } from 'node:timers/promises';
import { execa, type Options } from 'execa';
import { dir } from 'tmp-promise';
import { test as base } from 'vitest';
import { monotonicNow } from '../clock.ts';
import type { ProcessEntry, ProcessTable } from '../entry.ts';

// Only to give up, before Vitest does, with a better message: what is waited for takes milliseconds.
const PATIENCE_MS = 45_000;

/**
 * Starts a program with no environment but what `options.env` says, and kills it when the test is over, however that goes.
 * Its own children are not ended: start none that do not end by themselves.
 * @throws Error if it could not be started
 */
export type StartProcess = (file: string, args: readonly string[], options?: Options) => Promise<StartedProcess>;

export interface StartedProcess {
  pid: number;
  /** The first thing that it writes to stdout. Rejects if it ends before that. */
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
    // tmp-promise would take the context, which Vitest passes, for a callback.
    onTestFinished(() => cleanup());
    await use(path);
  },
});

/**
 * Lists, again and again, until what is wanted can be picked from a listing.
 * @param wanted what that is, for the message
 * @param pick gives it, or `undefined` as long as it is not there
 * @throws Error if it is not there for 45 seconds
 */
export async function waitInTable<Picked>(
  table: ProcessTable,
  wanted: string,
  pick: (entries: readonly ProcessEntry[]) => Picked | undefined,
): Promise<Picked> {
  const giveUpAt = monotonicNow() + PATIENCE_MS;
  while (monotonicNow() < giveUpAt) {
    const picked = pick(await table.list());
    if (picked !== undefined) {
      return picked;
    }
    // procfs is read without a turn of the event loop, and only a turn collects children that have ended.
    await setImmediate();
  }
  throw new Error(`Expected the process table to show ${wanted} within ${PATIENCE_MS} ms, and it did not.`);
}

/** The first entry that is as wanted, as soon as there is one. */
export function findEntry(
  table: ProcessTable,
  wanted: string,
  isWanted: (entry: ProcessEntry) => boolean,
): Promise<ProcessEntry> {
  return waitInTable(table, wanted, (entries) => entries.find(isWanted));
}

/** The entry of a process, as soon as it is in that state. A program that only sleeps is loaded when its state is S. */
export function entryInState(table: ProcessTable, pid: number, state: string): Promise<ProcessEntry> {
  return findEntry(table, `process ${pid} in state ${state}`, (entry) => entry.pid === pid && entry.state === state);
}

/** The entries of some processes, by pid, as soon as all of them sleep. */
export function entriesAsleep(table: ProcessTable, pids: readonly number[]): Promise<Map<number, ProcessEntry>> {
  return waitInTable(table, `processes ${pids.join(', ')} in state S`, (entries) => {
    const asleep = entries.filter(({ pid, state }) => pids.includes(pid) && state === 'S');
    return asleep.length === pids.length ? new Map(asleep.map((entry) => [entry.pid, entry])) : undefined;
  });
}
