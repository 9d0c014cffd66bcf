/**
 * The table takes its lock in a moment in which no row is locked, and is not seen before. While rows overlap there is no such moment.
 *
 * @rejectedBy a waiting table lock is not starved by new rows
 * @diagnosis table-starves
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
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

/** Where the locks of one table lie. */
interface Place {
  /** The inner mutex: whoever declares an intent, or wants the table, does that alone. */
  door: string;
  /** A file here for everyone who holds a row, or waits for one. */
  intents: string;
  /** There while somebody holds the table. */
  table: string;
  row(name: string): string;
}

/**
 * The lock manager of all processes that name the same directory. A row is locked in two storeys, as in a database: first an intent at
 * the table, then the row. The table's lock is taken when there is no intent.
 * @param dir a directory that is there, and the lock manager's own
 */
export function openLockManager(dir: string): LockManager {
  return {
    lockRow: async (table, row) => lockRow(await placeOf(dir, table), row),
    lockTable: async (table) => lockTable(await placeOf(dir, table)),
  };
}

async function placeOf(dir: string, table: string): Promise<Place> {
  const folder = join(dir, digest(table));
  const intents = join(folder, 'intents');
  await mkdir(intents, { recursive: true });
  return {
    door: join(folder, 'door'),
    intents,
    table: join(folder, 'table'),
    row: (name) => join(folder, digest(name)),
  };
}

async function lockRow({ door, intents, table, row }: Place, name: string): Promise<Release> {
  const intent = join(intents, randomUUID());
  const declare = async () => {
    const isFree = !existsSync(table);
    if (isFree) {
      await create(intent);
    }

    return isFree;
  };
  while (!(await alone(door, declare))) {
    await pause(LOOK_MS);
  }

  await createInTime(row(name));
  return once(async () => {
    await unlink(row(name));
    await unlink(intent);
  });
}

async function lockTable({ door, intents, table }: Place): Promise<Release> {
  const takeIfFree = async () => (await readdir(intents)).length === 0 && (await create(table));
  while (!(await alone(door, takeIfFree))) {
    await pause(LOOK_MS);
  }

  return once(() => unlink(table));
}

/** Does something that must not be interrupted by others, and that waits for nobody. */
async function alone<T>(door: string, work: () => Promise<T>): Promise<T> {
  await createInTime(door);
  try {
    return await work();
  } finally {
    await unlink(door);
  }
}

async function createInTime(path: string): Promise<void> {
  while (!(await create(path))) {
    await pause(LOOK_MS);
  }
}

/** @returns whether it was not there before: the kernel looks and creates in one operation (O_EXCL in open(2)) */
async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }

    throw error;
  }
}

function once(work: () => Promise<void>): Release {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** A file name for any text: always 64 letters and digits, and another one for another text. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
