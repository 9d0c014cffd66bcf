// The part of the journal that runs inside the processes under test: it must load fast and never fail them.
import { appendFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JournalEvent } from '../timeline/events.ts';

/** Environment variable that holds the sandbox's directory; its value is also the token by which members are known. */
export const SANDBOX_VARIABLE = 'PIDOJO_SANDBOX';

/** Names inside a sandbox's directory. */
export const JOURNAL_FILE = 'journal';
export const GATES_DIRECTORY = 'gates';

type Told = 'pid' | 'ppid' | 'at';
type WithoutTold<Event> = Event extends JournalEvent ? Omit<Event, Told> : never;

let attached: string | undefined;
let intercept: ((event: WithoutTold<JournalEvent>) => boolean) | undefined;

/**
 * The directory of the sandbox in which this process runs, or `undefined` outside any sandbox. A child that was started with an
 * empty environment finds it from its working directory.
 */
export function sandboxDirectory(): string | undefined {
  attached ??= process.env[SANDBOX_VARIABLE] ?? findAbove(currentDirectory());
  return attached;
}

/** Says which sandbox this process belongs to, for a child that has neither the environment nor the working directory. */
export function attachTo(directory: string): void {
  attached = directory;
}

/**
 * Events go to `interceptor` first, and to the journal only when that returns false: in a process whose every step is under
 * control they are steps.
 */
export function interceptTelling(interceptor: (event: WithoutTold<JournalEvent>) => boolean): void {
  intercept = interceptor;
}

/** Appends one event by one O_APPEND write: lines of several processes never mix, and survive SIGKILL. */
export function tell(event: WithoutTold<JournalEvent>): void {
  const directory = sandboxDirectory();
  if (directory === undefined || intercept?.(event)) {
    return;
  }

  const { type, ...rest } = event;
  const line = JSON.stringify({ type, pid: process.pid, ppid: process.ppid, at: monotonicMs(), ...rest });
  try {
    // A line break in front, too: SIGKILL in the middle of a long line must not spoil the next one, of another process.
    appendFileSync(join(directory, JOURNAL_FILE), `\n${line}\n`);
  } catch {
    // The directory is gone: the sandbox is being swept, or the answer deleted it, which the sandbox reports.
  }
}

/** Milliseconds on CLOCK_MONOTONIC, which all processes of the machine share. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function currentDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    // uv_cwd: it was deleted.
    return undefined;
  }
}

function findAbove(directory: string | undefined): string | undefined {
  if (directory === undefined) {
    return undefined;
  }

  if (existsSync(join(directory, JOURNAL_FILE)) && existsSync(join(directory, GATES_DIRECTORY))) {
    return directory;
  }

  const parent = dirname(directory);
  return parent === directory ? undefined : findAbove(parent);
}
