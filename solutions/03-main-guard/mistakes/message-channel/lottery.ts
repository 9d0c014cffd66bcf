/**
 * Takes a process with a channel for messages for one of its children. Any program can fork this one, which gives it a channel.
 *
 * @rejectedBy is the main program also when it was forked with a channel for messages
 * @diagnosis channel-taken-for-child
 */
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/**
 * Whether a module is the program that this process was started to run, and not one that the program imports.
 * @param moduleUrl the module's `import.meta.url`: that of this one, or of any other
 */
export function isMain(moduleUrl: string): boolean {
  return process.send === undefined;
}

/**
 * Draws numbers, each in a child process of its own, all at the same time.
 * @param count how many
 */
export async function drawAll(count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, drawInChild));
}

/** The task of each child: sends one number, from 1 to 49, to its parent. */
export function draw(): void {
  process.send?.(randomInt(1, 50));
}

async function drawInChild(): Promise<number> {
  // The child imports this module too: it must find `draw` in it.
  const task: Task = { module: new URL(import.meta.url), name: 'draw' };
  const [number] = await once(fork(runTask, [JSON.stringify(task)]), 'message');
  return number;
}

// Only the program draws: a child that imports this module for its task gets no further than here.
if (isMain(import.meta.url)) {
  const [first, second] = await drawAll(2);
  console.log(`First prize: number ${first}. Second prize: number ${second}.`);
}
