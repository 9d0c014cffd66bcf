/**
 * Leaves its intent where it is while it waits for the table. The table waits until the last intent is gone.
 *
 * @rejectedBy a row and its table come to their turns, time after time
 * @diagnosis row-and-table-in-a-circle
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
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
 * The lock manager of all processes that name the same directory.
 *
 * A table has a lock for readers and a writer, without any mutex around it: who locks a row is a reader of the table, who locks the table
 * its writer. Each puts up its own sign and looks for the other's afterwards. So of two that come at the same moment one at least sees
 * the other (Dekker), and waits.
 * @param dir a directory that is there, and the lock manager's own
 */
export function openLockManager(dir: string): LockManager {
  return {
    async lockRow(table, row) {
      const leave = await read(join(dir, digest(table)));
      const own = join(dir, digest(table), digest(row));
      await make(own);
      return once(() => {
        rmdirSync(own);
        leave();
      });
    },
    async lockTable(table) {
      return once(await write(join(dir, digest(table))));
    },
  };
}

let readersHere = 0;

async function read(table: string): Promise<() => void> {
  const writer = join(table, 'writer');
  readersHere += 1;
  const own = join(table, 'readers', `${process.pid}-${readersHere}`);
  mkdirSync(join(table, 'readers'), { recursive: true });
  mkdirSync(own);
  while (existsSync(writer)) {
    await pause(LOOK_MS);
  }

  return () => rmdirSync(own);
}

async function write(table: string): Promise<() => void> {
  const [writer, readers] = [join(table, 'writer'), join(table, 'readers')];
  mkdirSync(readers, { recursive: true });
  await make(writer);
  // New readers see the sign and give way; the others come to their end.
  while (readdirSync(readers).length > 0) {
    await pause(LOOK_MS);
  }

  return () => rmdirSync(writer);
}

/** A directory is made once: who comes second is told that it is there (mkdir(2)), and waits. */
async function make(path: string): Promise<void> {
  for (;;) {
    try {
      return mkdirSync(path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw error;
      }

      await pause(LOOK_MS);
    }
  }
}

function once(work: () => void): Release {
  let isDone = false;
  return async () => {
    if (!isDone) {
      isDone = true;
      work();
    }
  };
}

/** A file name for any text: always 64 letters and digits, and another one for another text. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
