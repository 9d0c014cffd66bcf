import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { dir } from 'tmp-promise';

const stripTypes = new URL('../../typescript/register.mjs', import.meta.url).href;
/** Far more than any of them takes. */
const PATIENCE_MS = 50_000;
const runners = new URL('./runners/', import.meta.url);

/** The command line of a runner: `runners/<name>.ts`, a program that opens a test run of its own. */
export function runnerCommand(name: string, args: readonly string[] = []): [string, ...string[]] {
  return [process.execPath, `--import=${stripTypes}`, fileURLToPath(new URL(`${name}.ts`, runners)), ...args];
}

/**
 * Starts a test runner that can be lost.
 * @param temporary its directory for temporary files
 */
export function startRunner(temporary: string, name: string, args: readonly string[] = []) {
  const [command, ...all] = runnerCommand(name, args);
  return execa(command, all, {
    extendEnv: false,
    env: { PATH: process.env.PATH ?? '', TMPDIR: temporary },
    stdin: 'ignore',
    reject: false,
    // Only to give up: its guardian sees to the rest.
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
}

/** A directory of the test's own, gone with the test. */
export async function makeTemporaryDirectory(onTestFinished: (end: () => Promise<void>) => void): Promise<string> {
  const { path, cleanup } = await dir({ unsafeCleanup: true, prefix: 'runner' });
  // A function without parameters: Vitest takes one for a sign of old age.
  onTestFinished(() => cleanup());
  return path;
}
