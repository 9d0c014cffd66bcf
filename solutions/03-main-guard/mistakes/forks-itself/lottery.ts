/**
 * Compares the paths rightly, but forks this same file for its children. In each of them it is the program again.
 *
 * @rejectedBy run as a program, it starts two children, and they start none
 * @diagnosis fork-bomb
 */
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
  return Promise.all(Array.from({ length: count }, drawInChild));
}

async function drawInChild(): Promise<number> {
  const [number] = await once(fork(fileURLToPath(import.meta.url)), 'message');
  return number;
}

if (isMain(import.meta.url)) {
  const [first, second] = await drawAll(2);
  console.log(`First prize: number ${first}. Second prize: number ${second}.`);
} else {
  // A child: it draws a number from 1 to 49 and sends it to its parent.
  process.send?.(randomInt(1, 50));
}
