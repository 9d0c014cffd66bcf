import { readFileSync } from 'node:fs';
import type { ProcessTable } from './entry.ts';
import { procfsTable } from './procfs.ts';
import { psTable } from './ps.ts';

/** The best reader of the process table that this system has: procfs (Linux), or else `ps`. */
export function processTable(): ProcessTable {
  return hasProcfs() ? procfsTable() : psTable();
}

function hasProcfs(): boolean {
  try {
    // Its own entry, not only the folder: /proc can be empty, or belong to another pid namespace.
    readFileSync('/proc/self/stat');
    return true;
  } catch {
    return false;
  }
}
