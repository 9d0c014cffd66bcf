import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionChange } from './sessions.ts';

/** Holds the directory under which every sandbox of this test run lies; threads of the runner inherit it. */
export const DIRECTORY_VARIABLE = 'PIDOJO_TEST_RUN';
/** In that directory: what became of the sessions of its sandboxes, a line each. */
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
export function recordSession(directory: string, change: SessionChange): void {
  try {
    appendFileSync(join(directory, SESSIONS_FILE), `${JSON.stringify(change)}\n`);
  } catch {
    // An answer has removed the whole test run's directory. The guardian still knows its processes by the other signs.
  }
}

/** The sessions of a test run's sandboxes that were not over: each with the identity of its leader, if that was seen. */
export function recordedSessions(directory: string): Map<number, string | undefined> {
  const sessions = new Map<number, string | undefined>();
  for (const { session, leader, isOver } of readChanges(join(directory, SESSIONS_FILE))) {
    if (isOver) {
      sessions.delete(session);
    } else {
      sessions.set(session, leader);
    }
  }

  return sessions;
}

function readChanges(file: string): SessionChange[] {
  try {
    return readFileSync(file, 'utf8').split('\n').flatMap(parseChange);
  } catch {
    // No sandbox was started.
    return [];
  }
}

// The guardian does its work also where a line was cut short, by a full disk for example.
function parseChange(line: string): SessionChange[] {
  try {
    return [JSON.parse(line) as SessionChange];
  } catch {
    return [];
  }
}
