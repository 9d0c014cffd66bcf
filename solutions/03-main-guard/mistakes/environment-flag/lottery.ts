/**
 * Runs this same file in the children and tells them by a variable in the environment. Whatever a child starts inherits it,
 * a lottery of its own too.
 *
 * @rejectedBy is the main program also when a child starts it
 * @diagnosis flag-inherited
 */
import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const startProgram = promisify(execFile);
const thisFile = fileURLToPath(import.meta.url);

/**
 * Whether a module is the program that this process was started to run, and not one that the program imports.
 * @param moduleUrl the module's `import.meta.url`: that of this one, or of any other
 */
export function isMain(moduleUrl: string): boolean {
  const [, program] = process.argv;
  const isProgram = program !== undefined && realpathSync(program) === realpathSync(fileURLToPath(moduleUrl));
  return isProgram && process.env.LOTTERY_CHILD === undefined;
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
  const env = { ...process.env, LOTTERY_CHILD: 'yes' };
  const { stdout } = await startProgram(process.execPath, [thisFile], { env });
  return Number(stdout);
}

if (isMain(import.meta.url)) {
  const [first, second] = await drawAll(2);
  console.log(`First prize: number ${first}. Second prize: number ${second}.`);
} else if (process.env.LOTTERY_CHILD !== undefined) {
  draw();
}
