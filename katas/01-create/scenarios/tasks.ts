// What the child processes of the scenarios do.
import { gate, mark } from '#harness/scenario.ts';

/** Works until the test lets it finish. */
export async function work(name = 'the task'): Promise<void> {
  mark('is running', name);
  await gate('working');
  mark('is over', name);
}

/** Tells which arguments have arrived. */
export function receive(...args: unknown[]): void {
  mark('received', args);
}

/** Throws. */
export function fail(reason: string): void {
  throw new Error(reason);
}
