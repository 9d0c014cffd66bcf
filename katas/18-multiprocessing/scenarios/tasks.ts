// What the processes of the scenarios do.
import { gate, mark } from '#harness/scenario.ts';
import { currentProcess, Process, parentProcess } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

const module = new URL(import.meta.url);

/** Says who it is and what it was given, and stays until the test has seen it. */
export async function report(...args: unknown[]): Promise<void> {
  const { name, pid, daemon } = currentProcess();
  mark('in the child', { name, pid, daemon, args });
  await gate('the child stays');
}

/** Says what it knows of its parent. */
export function tellParent(): void {
  const { pid, name } = parentProcess() ?? {};
  mark('parent', { pid, name });
}

/** Stays until the test says that it is enough. */
export async function stay(): Promise<void> {
  await gate('stay');
}

/** Has nothing to do. */
export function nothing(): void {}

/** Says its number, and has two others say theirs, one after the other, down to the third generation. */
export async function descend(number: number[] = []): Promise<void> {
  mark('number', number);
  for (const digit of number.length < 2 ? [0, 1] : []) {
    const child = new Process({ target: { module, name: 'descend', args: [[...number, digit]] } });
    child.start();
    await child.join();
  }
}

/** Ends at once, with that code or whatever else it is given. */
export function exit(...args: [code?: number]): void {
  process.exit(...args);
}

/** Fails. */
export function fail(): void {
  throw new Error('the task fails, on purpose');
}

/** Has begun something that goes on when it is over itself: a timer, and a child. */
export function leaveSomething(): void {
  setTimeout(() => mark('the timer'), 50);
  new Process({ target: { module, name: 'finish' } }).start();
}

/** Takes as long as the test wants, and says that it is done. */
export async function finish(): Promise<void> {
  await gate('finish');
  mark('finished');
}

/** Starts a child that watches its parent, and stays. */
export async function haveAChild(): Promise<void> {
  new Process({ target: { module, name: 'watchParent' } }).start();
  await gate('stay');
}

/** Says how its parent is, waits until it has ended, and says it again. */
export async function watchParent(): Promise<void> {
  const parent = parentProcess();
  await parent?.join(0);
  await parent?.join(10);
  mark('parent', parent?.isAlive());
  await parent?.join();
  mark('parent', parent?.isAlive());
}

/** Makes processes, and says whether they are daemons. */
export function makeProcesses(): void {
  mark('made in a daemon', [new Process({}).daemon, new Process({ daemon: false }).daemon]);
}

/** Starts a child of its own, if it may. */
export async function startAnother(): Promise<void> {
  mark('start()', await attempt(() => new Process({ target: { module, name: 'nothing' } }).start()));
  await gate('stay');
}

/** Says what it is called, and has a child say it too. */
export async function tellNames(generation: number): Promise<void> {
  mark('name', currentProcess().name);
  if (generation > 1) {
    const child = new Process({ target: { module, name: 'tellNames', args: [generation - 1] } });
    child.start();
    await child.join();
  }
}

/** Tries to wait for itself. */
export async function joinItself(): Promise<void> {
  mark('a child joins itself', await attempt(() => currentProcess().join()));
}
