import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** A timer with a longer delay fires at once (2^31 - 1 milliseconds, 24 days). */
const LONGEST_TIMER_MS = 0x7fff_ffff;

/** Whether the end of a child has been seen: it has left either a code or a signal, and the other one is null. */
export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Null while it runs; then its exit code, or minus the number of the signal that ended it. */
export function exitCodeOf({ exitCode, signalCode }: ChildProcess): number | null {
  return signalCode === null ? exitCode : -constants.signals[signalCode];
}

/** Waits until a child has ended, or the time is up. Leaves neither a timer nor a listener behind. */
export async function waitFor(child: ChildProcess, timeoutMs: number): Promise<void> {
  if (hasEnded(child) || timeoutMs <= 0) {
    return;
  }

  const over = new AbortController();
  const { signal } = over;
  const waits: Promise<unknown>[] = [once(child, 'exit', { signal })];
  if (timeoutMs <= LONGEST_TIMER_MS) {
    waits.push(pause(timeoutMs, undefined, { signal }));
  } else {
    // Whoever waits is kept up: by a timer, or else by the child itself, a daemon too.
    child.ref();
  }

  try {
    await Promise.race(waits);
  } finally {
    over.abort();
  }
}
