/**
 * Takes the number behind those that are there, as the other right answer does, and does not look whether somebody has passed meanwhile. Numbers that were given back are given again, and one who was slow gets in before one who is inside.
 *
 * @rejectedBy one row, one at a time: two calls of one process, too
 * @diagnosis two-inside
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readlink, symlink, unlink } from 'node:fs/promises';
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
/** Written on a ticket for the table, where others have the digest of their row. */
const ALL_ROWS = 'all';

/**
 * The lock manager of all processes that name the same directory. Each table has tickets: symbolic links with a number for a name that
 * lead to what is wanted. A link is made with its number and its text in one operation, so no mutex is needed.
 * @param dir a directory that is there, and the lock manager's own
 */
export function openLockManager(dir: string): LockManager {
  const deskOf = (table: string) => join(dir, digest(table));
  return {
    lockRow: (table, row) => lock(deskOf(table), digest(row)),
    lockTable: (table) => lock(deskOf(table), ALL_ROWS),
  };
}

async function lock(desk: string, rows: string): Promise<Release> {
  await mkdir(desk, { recursive: true });
  const own = await takeTicket(desk, rows);
  while (await someoneIsBefore(desk, own, rows)) {
    await pause(LOOK_MS);
  }

  let isOver = false;
  return async () => {
    if (!isOver) {
      isOver = true;
      // The number may be given again: whoever calls this once more must not tear up that ticket.
      await unlink(join(desk, String(own)));
    }
  };
}

/**
 * Takes a number behind all that are there. While we look for it and take it another one may get it: then we try again.
 */
async function takeTicket(desk: string, rows: string): Promise<number> {
  for (;;) {
    const own = Math.max(0, ...(await ticketsAt(desk))) + 1;
    if (await make(rows, join(desk, String(own)))) {
      return own;
    }
  }
}

async function someoneIsBefore(desk: string, own: number, rows: string): Promise<boolean> {
  const before = (await ticketsAt(desk)).filter((number) => number < own);
  for (const number of before.toSorted((one, other) => one - other)) {
    const others = await readIfThere(join(desk, String(number)));
    if (others === rows || others === ALL_ROWS || (others !== undefined && rows === ALL_ROWS)) {
      return true;
    }
  }

  return false;
}

async function ticketsAt(desk: string): Promise<number[]> {
  return (await readdir(desk)).map(Number);
}

/** @returns whether nothing was there before (EEXIST in symlink(2)) */
async function make(text: string, path: string): Promise<boolean> {
  try {
    await symlink(text, path);
    return true;
  } catch (error) {
    return throwUnless(error, 'EEXIST', false);
  }
}

/** @returns undefined when it has been given back since it was listed */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch (error) {
    return throwUnless(error, 'ENOENT', undefined);
  }
}

function throwUnless<T>(error: unknown, code: string, instead: T): T {
  if (error instanceof Error && 'code' in error && error.code === code) {
    return instead;
  }

  throw error;
}

/** A text of 64 letters and digits for any text, and another one for another text. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
