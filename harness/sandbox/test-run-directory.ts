import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Holds the directory under which every sandbox of this test run lies; threads of the runner inherit it. */
export const DIRECTORY_VARIABLE = 'PIDOJO_TEST_RUN';
/** In that directory: ids of the sessions of its sandboxes, a line each. */
const SESSIONS_FILE = 'sessions';

/**
 * The directory of the current test run.
 * @throws {Error} outside a test run
 */
export function testRunDirectory(): string {
  const directory = process.env[DIRECTORY_VARIABLE];
  if (directory === undefined) {
    throw new Error('No test run is open: start the tests with `npm test`, or with Vitest from the workbook’s folder.');
  }

  return directory;
}

/** Notes a session for the guardian: of all signs of membership it is the one that a process can change but not take off. */
export function recordSession(directory: string, session: number): void {
  appendFileSync(join(directory, SESSIONS_FILE), `${session}\n`);
}

/** The sessions noted in a test run's directory. */
export function recordedSessions(directory: string): number[] {
  try {
    return readFileSync(join(directory, SESSIONS_FILE), 'utf8').split('\n').filter(Boolean).map(Number);
  } catch {
    // No sandbox was started.
    return [];
  }
}
