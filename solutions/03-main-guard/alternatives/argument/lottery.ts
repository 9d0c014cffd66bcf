import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const startProgram = promisify(execFile);
const thisFile = fileURLToPath(import.meta.url);
/** The argument with which the program is one of its own children. Unlike a variable, nobody inherits it. */
const DRAW_ONE = '--draw-one';

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

/** The task of each child: writes one number, from 1 to 49. */
export function draw(): void {
  console.log(randomInt(1, 50));
}

async function drawInChild(): Promise<number> {
  const { stdout } = await startProgram(process.execPath, [thisFile, DRAW_ONE]);
  return Number(stdout);
}

// In a child too this file is the main program: path and URL cannot tell the two, so the argument does.
if (isMain(import.meta.url)) {
  if (process.argv[2] === DRAW_ONE) {
    draw();
  } else {
    const [first, second] = await drawAll(2);
    console.log(`First prize: number ${first}. Second prize: number ${second}.`);
  }
}
