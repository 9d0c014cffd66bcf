// What the children of the scenarios do.
import { gate, gateSync, mark } from '#harness/scenario.ts';
import { Child } from '../daemon.ts';

const module = new URL(import.meta.url);

/** Serves until the test says that it is enough. */
export async function serve(): Promise<void> {
  await gate('serve');
}

/** The same in a computation that never lets the event loop turn. */
export function compute(): void {
  gateSync('serve');
}

/** Has something to finish. */
export async function finish(): Promise<void> {
  await gate('finish');
  mark('finished');
}

/** Has nothing to do. */
export function nothing(): void {}

/** Starts a child of its own, and then serves. */
export async function startAnother(): Promise<void> {
  try {
    const child = new Child({ module, name: 'nothing' });
    child.start();
    mark('started', child.pid);
    await child.join();
  } catch (error) {
    mark('refused', String(error));
  }

  await gate('serve');
}
