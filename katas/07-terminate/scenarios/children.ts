// The children of the scenarios. Each start waits until the child is ready for a signal.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const HOUR_MS = 3_600_000;

/** A program that puts its things away when it gets SIGTERM, and takes the time that the test gives it. */
export const cleaner = fileURLToPath(new URL('./cleaner.ts', import.meta.url));

export function startCleaner(): Promise<ChildProcess> {
  return startTalking(process.execPath, [cleaner]);
}

/** Ignores SIGTERM: what a shell has been told to ignore stays ignored by the program that takes its place. */
export function startStubborn(): Promise<ChildProcess> {
  return startTalking('sh', ['-c', 'trap "" TERM; echo ready; exec sleep 1000']);
}

/** Ends when it gets SIGTERM. */
export async function startPolite(): Promise<ChildProcess> {
  const child = spawn('sleep', ['1000'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
}

/**
 * Starts a command whose last process says a word when it is ready.
 * @param detached at the head of a process group of its own
 */
export async function startTalking(command: string, args: string[], detached = false): Promise<ChildProcess> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], detached });
  await once(child.stdout, 'data');
  // Whoever still holds the other end of the pipe keeps nobody up.
  child.stdout.destroy();
  return child;
}
