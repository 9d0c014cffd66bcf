import { execaSync } from 'execa';
import { procfsTable } from '../procfs.ts';
import { psTable } from '../ps.ts';
import { processTable } from '../table.ts';

export const hasProcfs = processTable().source === 'procfs';

/** Every reader that works on this system. */
export const readers = hasProcfs ? [procfsTable(), psTable()] : [psTable()];

/** Whether the reader of ps can tell working directories here. */
export const hasLsof = execaSync('lsof', ['-v'], { reject: false }).exitCode === 0;

/** How long before the true time a start time may be, in milliseconds. */
export const startEarlyMs = { procfs: 15, ps: 2_005 };

/** How much processor time a reader may not have seen, in milliseconds. */
export const cpuUnseenMs = { procfs: 20, ps: process.platform === 'linux' ? 1_020 : 20 };

/** Bytes with all that ps may replace made alike (`.` too, since ps replaces by it). */
export function legible(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[^\x20-\x7e]|\./g, '?');
}
