/**
 * What scenario programs and their tasks import. Outside a sandbox (a scenario run by hand) marks are printed and every gate
 * stands open.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GATES_DIRECTORY, sandboxDirectory, tell } from './sandbox/journal-writer.ts';

export { attachTo, sandboxDirectory } from './sandbox/journal-writer.ts';

/** Between two looks at a closed gate: short at first, since most gates open at once, then kind to the machine. */
const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 12;

/**
 * Writes an event into the run's journal, where the test can read it.
 * @param name what happened, e.g. `sold`
 * @param data anything JSON can hold
 */
export function mark(name: string, data?: unknown): void {
  if (sandboxDirectory() === undefined) {
    console.log(`[${process.pid}] ${name}`, data ?? '');
    return;
  }

  tell(data === undefined ? { type: 'mark', name } : { type: 'mark', name, data });
}

/** Waits until the test opens the gate of that name. An open gate stays open. */
export async function gate(name: string): Promise<void> {
  const isOpen = reachGate(name);
  for (let pauseMs = FIRST_PAUSE_MS; !isOpen(); pauseMs = longer(pauseMs)) {
    await pause(pauseMs);
  }

  tell({ type: 'gate-passed', name });
}

/** The same, but the process stands still: its event loop does not turn while it waits. */
export function gateSync(name: string): void {
  const isOpen = reachGate(name);
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let pauseMs = FIRST_PAUSE_MS; !isOpen(); pauseMs = longer(pauseMs)) {
    Atomics.wait(sleeper, 0, 0, pauseMs);
  }

  tell({ type: 'gate-passed', name });
}

/**
 * From now on time goes `factor` times as fast for this process: its timers, `Date` and `performance.now()`. Gates and other
 * processes are what they were.
 */
export async function speedUpTime(factor: number): Promise<void> {
  // Loaded where it is asked for: few scenarios need it, and every process would pay.
  const fastTime = await import('./sandbox/fast-time.ts');
  tell({ type: 'time-sped-up', factor });
  fastTime.speedUpTime(factor);
}

/**
 * Has the system give that pid to the next process, which should be started at once.
 * @returns false where no pid can be chosen; it can in a pid namespace of one's own (the option `pidNamespace` of `play`)
 */
export function choosePid(pid: number): boolean {
  try {
    writeFileSync('/proc/sys/kernel/ns_last_pid', `${pid - 1}`);
    return true;
  } catch {
    return false;
  }
}

function reachGate(name: string): () => boolean {
  const directory = sandboxDirectory();
  if (directory === undefined) {
    console.log(`[${process.pid}] gate ${name}: open, since this is no sandbox`);
    return () => true;
  }

  tell({ type: 'gate-reached', name });
  const file = join(directory, GATES_DIRECTORY, encodeURIComponent(name));
  return () => existsSync(file) || leaveIfSwept(directory);
}

// A process that outlived its sandbox would wait for ever at a gate nobody can open.
function leaveIfSwept(directory: string): false {
  if (!existsSync(directory)) {
    process.exit(1);
  }

  return false;
}

function longer(pauseMs: number): number {
  return Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS);
}
