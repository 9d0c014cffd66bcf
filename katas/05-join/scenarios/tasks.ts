// What the children of the scenarios do.
import { gate, mark } from '#harness/scenario.ts';

/** Works until the test lets it finish. */
export async function work(child: number): Promise<void> {
  mark('started', child);
  await gate('working');
}

/** Ends with the given code once its own gate is opened. */
export async function endWith(child: number, code: number): Promise<void> {
  await gate(`end ${child}`);
  process.exitCode = code;
}

/** Throws. */
export function fail(): void {
  throw new Error('this task failed, on purpose');
}

/** Ends well at once. */
export function succeed(): void {}
