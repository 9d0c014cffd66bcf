/**
 * Locks the table by locking each row that it knows. A row that nobody has locked before is not among them, and can be locked by anybody.
 *
 * @rejectedBy a table lock excludes also the rows that nobody has locked before
 * @diagnosis new-row-beside-its-table
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rmdir } from 'node:fs/promises';
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

/**
 * The lock manager of all processes that name the same directory. Each row has a directory, for good, and in it its lock.
 * @param dir a directory that is there, and the lock manager's own
 */
export function openLockManager(dir: string): LockManager {
  const rowsOf = (table: string) => join(dir, digest(table));
  return {
    async lockRow(table, row) {
      const own = join(rowsOf(table), digest(row));
      await mkdir(own, { recursive: true });
      return once([await take(own)]);
    },
    async lockTable(table) {
      await mkdir(rowsOf(table), { recursive: true });
      const locks: string[] = [];
      // Always in the same order: two tables that each hold a part would wait for each other.
      for (const row of (await readdir(rowsOf(table))).toSorted()) {
        locks.push(await take(join(rowsOf(table), row)));
      }

      return once(locks);
    },
  };
}

/** @returns the path of the lock, when it is ours */
async function take(row: string): Promise<string> {
  const lock = join(row, 'lock');
  for (;;) {
    try {
      await mkdir(lock);
      return lock;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw error;
      }

      await pause(LOOK_MS);
    }
  }
}

function once(locks: string[]): Release {
  return async () => {
    for (const lock of locks.splice(0)) {
      await rmdir(lock);
    }
  };
}

/** A file name for any text: always 64 letters and digits, and another one for another text. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
