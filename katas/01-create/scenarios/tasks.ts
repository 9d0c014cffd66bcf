// What the child processes of the scenarios do.
import { gate, mark } from '#harness/scenario.ts';

/** Works until the test lets it finish. */
export async function work(name = 'the task'): Promise<void> {
  mark('task runs', name);
  await gate('working');
  mark('task done', name);
}

/** Tells which arguments have arrived. */
export function receive(...args: unknown[]): void {
  mark('arguments arrived', args);
}

/** Throws. */
export function fail(name: string): void {
  throw new Error(`${name} has failed, on purpose`);
}
