// What a process wants to lock: a row of a table, or the whole table.
import type { LockManager, Release } from '../lock-manager.ts';

export type Wanted = [table: string, row?: string];

export function lock(manager: LockManager, [table, row]: Wanted): Promise<Release> {
  return row === undefined ? manager.lockTable(table) : manager.lockRow(table, row);
}
