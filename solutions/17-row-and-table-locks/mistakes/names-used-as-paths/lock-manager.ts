/**
 * Uses names as they are as parts of a path. A slash makes a directory of them, and two dots lead out of it.
 *
 * @rejectedBy any text is a name: slashes, dots, capital letters
 * @diagnosis name-taken-for-a-path
 */
import { mkdir, open, readdir, unlink } from 'node:fs/promises';
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
/** Stands where others have the name of their row. */
const ALL_ROWS = 'all';

/**
 * The lock manager of all processes that name the same directory.
 *
 * Each table has a line, and who wants a lock stands in it: a file `<place>-<rows>` in the table's directory. One rule decides: a lock
 * is held by everyone before whom nobody stands who wants any of the same rows.
 * @param dir a directory that is there, and the lock manager's own
 */
export function openLockManager(dir: string): LockManager {
  const lineOf = (table: string) => join(dir, table);
  return {
    lockRow: (table, row) => lock(lineOf(table), row),
    lockTable: (table) => lock(lineOf(table), ALL_ROWS),
  };
}

async function lock(line: string, rows: string): Promise<Release> {
  await mkdir(line, { recursive: true });
  const own = await lineUp(line, rows);
  while ((await readdir(line)).some((other) => placeOf(other) < placeOf(own) && haveCommonRows(other, own))) {
    await pause(LOOK_MS);
  }

  let released: Promise<void> | undefined;
  // Once and for all: the same name may be given again, to somebody else.
  return () => {
    released ??= unlink(join(line, own));
    return released;
  };
}

/** Goes to the end of the line. */
async function lineUp(line: string, rows: string): Promise<string> {
  // Two who looked for the end of the line at the same moment would take the same place.
  const door = `${line}.door`;
  await enter(door);
  try {
    const last = Math.max(0, ...(await readdir(line)).map(placeOf));
    const own = `${last + 1}-${rows}`;
    await create(join(line, own));
    return own;
  } finally {
    await unlink(door);
  }
}

/** Only ever closed for the few steps of lining up: whoever waits for a row or a table waits outside. */
async function enter(door: string): Promise<void> {
  for (;;) {
    try {
      return await create(door);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw error;
      }

      await pause(LOOK_MS);
    }
  }
}

async function create(path: string): Promise<void> {
  // O_CREAT with O_EXCL: the kernel looks and creates in one operation (open(2)).
  const file = await open(path, 'wx');
  await file.close();
}

function placeOf(entry: string): number {
  return Number.parseInt(entry, 10);
}

function haveCommonRows(one: string, other: string): boolean {
  const [rows, others] = [rowsOf(one), rowsOf(other)];
  return rows === others || rows === ALL_ROWS || others === ALL_ROWS;
}

function rowsOf(entry: string): string {
  return entry.slice(entry.indexOf('-') + 1);
}
