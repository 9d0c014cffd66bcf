/**
 * Guards the function and not the call: whoever imports the lottery and asks it to draw gets nothing.
 *
 * @rejectedBy imported, its drawAll starts a child for each number and collects the numbers
 * @diagnosis guard-inside-the-function
 */
import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
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
  // With `node -e` there is no program file: argv[1] is absent, or is whatever was given to the code as its first argument.
  if (program === undefined || !existsSync(program)) {
    return false;
  }

  // Node gives a module the URL of its real path, but argv[1] is the path that was typed: it may go through a symbolic link.
  return realpathSync(program) === realpathSync(fileURLToPath(moduleUrl));
}

/**
 * Draws numbers, each in a child process of its own, all at the same time.
 * @param count how many
 */
export async function drawAll(count: number): Promise<number[]> {
  if (!isMain(import.meta.url)) {
    return [];
  }

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

const [first, second] = await drawAll(2);
if (first !== undefined) {
  console.log(`First prize: number ${first}. Second prize: number ${second}.`);
}
