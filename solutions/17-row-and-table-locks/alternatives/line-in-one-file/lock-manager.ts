import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Gives a lock back. Whoever calls it again changes nothing. */
export type Release = () => Promise<void>;

/** Locks of tables and of single rows. A lock belongs to the call that took it, not to its process. */
export interface LockManager {
  /** Waits until nobody holds the row or its table, and nobody waits for its table, and takes the row. */
  lockRow(table: string, row: string): Promise<Release>;
  /** Waits until nobody holds the table or any of its rows, and takes all of it: also the rows that nobody has heard of. */
  lockTable(table: string): Promise<Release>;
}

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;

/** Somebody in the line. Without a row it is the whole table that is wanted. */
interface Request {
  id: string;
  table: string;
  row?: string;
}

/**
 * The lock manager of all processes that name the same directory. All who hold or want a lock stand in one line, in a file, and the names
 * are no more than text in it. A request is granted when none before it in the line is in conflict with it.
 * @param dir a directory that is there, and the lock manager's own
 */
export function openLockManager(dir: string): LockManager {
  return {
    lockRow: (table, row) => lock(dir, { id: randomUUID(), table, row }),
    lockTable: (table) => lock(dir, { id: randomUUID(), table }),
  };
}

async function lock(dir: string, own: Request): Promise<Release> {
  await change(dir, (line) => [...line, own]);
  for (;;) {
    const line = read(dir);
    const before = line.slice(
      0,
      line.findIndex(({ id }) => id === own.id),
    );
    if (!before.some((other) => areInConflict(other, own))) {
      break;
    }

    await pause(LOOK_MS);
  }

  // No other request has our id: to take it out of the line once more changes nothing.
  return () => change(dir, (line) => line.filter(({ id }) => id !== own.id));
}

function areInConflict(one: Request, other: Request): boolean {
  return one.table === other.table && (one.row === other.row || one.row === undefined || other.row === undefined);
}

/** Changes the line under a short mutex: what is read, changed and written must not be changed by another meanwhile. */
async function change(dir: string, work: (line: Request[]) => Request[]): Promise<void> {
  const mutex = join(dir, 'mutex');
  while (!take(mutex)) {
    await pause(LOOK_MS);
  }

  try {
    // Those who wait read without the mutex. A file that takes another's name is there whole, or not yet (rename(2)).
    writeFileSync(join(dir, 'next-line'), JSON.stringify(work(read(dir))));
    renameSync(join(dir, 'next-line'), join(dir, 'line'));
  } finally {
    rmdirSync(mutex);
  }
}

function read(dir: string): Request[] {
  try {
    return JSON.parse(readFileSync(join(dir, 'line'), 'utf8')) as Request[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return [];
    }

    throw error;
  }
}

/** @returns whether it was free: a directory is made once (mkdir(2)) */
function take(mutex: string): boolean {
  try {
    mkdirSync(mutex);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }

    throw error;
  }
}
