// What the children of the scenarios do.
import { setTimeout as pause } from 'node:timers/promises';
import { gate, mark, speedUpTime } from '#harness/scenario.ts';
import { onOrphaned } from '../orphan.ts';

/** Works, prints, and works on. */
export async function work(): Promise<void> {
  await gate('print');
  for (const stream of [process.stdout, process.stderr, process.stdout]) {
    stream.write('still at work\n');
    // An error of writing is told after the present turn.
    await pause(1);
  }
  await gate('printed');
}

/** Watches its parent for a minute, and for another one when the test says so. */
export async function watch(parent: number): Promise<void> {
  // Many an answer looks every second, or waits for one: here each takes a few milliseconds.
  await speedUpTime(1000);
  watchParent(parent);
  await pause(60_000);
  mark('a minute is over');
  await gate('live on');
  await pause(60_000);
  mark('a minute is over');
  await gate('never opened');
}

/** Begins to watch when the test says so. */
export async function watchLater(parent: number): Promise<void> {
  await gate('begin to watch');
  await watch(parent);
}

/** Has nothing to do but to watch. */
export function onlyWatch(parent: number): void {
  process.once('exit', (code) => mark('has ended', code));
  watchParent(parent);
}

function watchParent(parent: number): void {
  try {
    onOrphaned(parent, (newParent) => mark('callback called', newParent));
    mark('watches');
  } catch (error) {
    // A launched process may have nowhere to print it.
    mark('watches', String(error));
    throw error;
  }
}
