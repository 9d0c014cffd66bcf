/**
 * Compares the names of the two files without their folders. Another program can have the same name.
 *
 * @rejectedBy isMain answers for the module it is asked about, whatever its name
 * @diagnosis answered-for-another-module
 */
import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Task } from './task.ts';

const startProgram = promisify(execFile);
const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/**
 * Whether a module is the program that this process was started to run, and not one that the program imports.
 * @param moduleUrl the module's `import.meta.url`: that of this one, or of any other
 */
export function isMain(moduleUrl: string): boolean {
  const [, program] = process.argv;
  return program !== undefined && basename(realpathSync(program)) === basename(fileURLToPath(moduleUrl));
}

/**
 * Draws numbers, each in a child process of its own, all at the same time.
 * @param count how many
 */
export async function drawAll(count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, drawInChild));
}

/** The task of each child: writes one number, from 1 to 49. */
export function draw(): void {
  console.log(randomInt(1, 50));
}

async function drawInChild(): Promise<number> {
  // The child imports this module too: it must find `draw` in it.
  const task: Task = { module: new URL(import.meta.url), name: 'draw' };
  const { stdout } = await startProgram(process.execPath, [runTask, JSON.stringify(task)]);
  return Number(stdout);
}

// Only the program draws: a child that imports this module for its task gets no further than here.
if (isMain(import.meta.url)) {
  const [first, second] = await drawAll(2);
  console.log(`First prize: number ${first}. Second prize: number ${second}.`);
}
