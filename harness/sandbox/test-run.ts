import { mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { tmpName } from 'tmp-promise';
import { monotonicMs } from './journal-writer.ts';
import { watchNpm } from './npm-death.ts';
import { startGuardian } from './start-guardian.ts';
import { sweepTestRun } from './sweep-test-run.ts';
import { DIRECTORY_VARIABLE } from './test-run-directory.ts';

/** A test run: a directory for its sandboxes, and the guardian that empties it when the runner is gone. */
export interface TestRun {
  directory: string;
  /** Pid of the guardian. */
  guardian: number;
  /**
   * Ends what is left and removes the directory. The guardian is gone when this settles.
   * @throws {SweepError} when somebody survives SIGKILL
   */
  close(): Promise<void>;
}

/**
 * Opens the test run of this process. From then on, whatever happens to this process, SIGKILL included, its sandboxes are
 * swept within a second.
 * @throws {Error} when the guardian cannot be started, or its directory cannot be made
 */
export async function openTestRun(): Promise<TestRun> {
  // The real path: a process's working directory is always told without symbolic links (/tmp is one on macOS).
  const directory = await tmpName({ prefix: 'pidojo', tmpdir: await realpath(tmpdir()) });
  const since = monotonicMs();
  // First the guardian, then what it guards: so there is no moment at which the directory could be left behind.
  const guardian = await startGuardian(directory, since);
  try {
    await mkdir(directory, { mode: 0o700 });
  } catch (error) {
    await guardian.dismiss();
    throw error;
  }

  const temporary = process.env.TMPDIR;
  process.env[DIRECTORY_VARIABLE] = directory;
  // What the test runner itself puts aside shall go with the rest.
  process.env.TMPDIR = directory;
  const stopWatchingNpm = watchNpm();

  return {
    directory,
    guardian: guardian.pid,
    async close() {
      stopWatchingNpm();
      delete process.env[DIRECTORY_VARIABLE];
      restore('TMPDIR', temporary);
      try {
        await sweepTestRun(directory, since);
      } catch (error) {
        await guardian.release();
        throw error;
      }

      await guardian.dismiss();
    },
  };
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) {
    delete process.env[name];
  } else {
    process.env[name] = value;
  }
}
