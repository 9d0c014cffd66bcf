import { realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { dir } from 'tmp-promise';
import { monotonicMs } from './journal-writer.ts';
import { watchNpm } from './npm-death.ts';
import { DIRECTORY_VARIABLE } from './test-run-directory.ts';

const guardianProgram = fileURLToPath(new URL('./guardian.ts', import.meta.url));
const stripTypes = new URL('../typescript/register.mjs', import.meta.url).href;

/** A test run: a directory for its sandboxes, and the guardian that empties it when the runner is gone. */
export interface TestRun {
  directory: string;
  /** Ends what is left and removes the directory. The guardian is gone when this settles. */
  close(): Promise<void>;
}

/**
 * Opens the test run of this process. From then on, whatever happens to this process, SIGKILL included, its sandboxes are
 * swept within a second.
 */
export async function openTestRun(): Promise<TestRun> {
  // The real path: a process's working directory is always told without symbolic links (/tmp is one on macOS).
  const { path: directory } = await dir({ prefix: 'pidojo', mode: 0o700, tmpdir: await realpath(tmpdir()) });
  const guardian = startGuardian(directory);
  const temporary = process.env.TMPDIR;
  process.env[DIRECTORY_VARIABLE] = directory;
  // What the test runner itself puts aside shall go with the rest.
  process.env.TMPDIR = directory;
  const stopWatchingNpm = watchNpm();

  return {
    directory,
    async close() {
      stopWatchingNpm();
      delete process.env[DIRECTORY_VARIABLE];
      restore('TMPDIR', temporary);
      guardian.stdin.end();
      await guardian;
    },
  };
}

function startGuardian(directory: string) {
  return execa(process.execPath, [`--import=${stripTypes}`, guardianProgram, directory, String(monotonicMs())], {
    // The pipe is the life line: the kernel closes it when this process ends, however it ends.
    stdin: 'pipe',
    stdout: 'ignore',
    stderr: 'inherit',
    // A session of its own: Ctrl-C in the terminal must not end the guardian before its work.
    detached: true,
    cleanup: false,
    reject: false,
    extendEnv: false,
    env: { PATH: process.env.PATH ?? '' },
  });
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) {
    delete process.env[name];
  } else {
    process.env[name] = value;
  }
}
