import type { Life } from './life.ts';

export interface Birth {
  at: number;
  /** Nobody saw it happen: it is only known to have been over when the process first spoke. */
  isLatest: boolean;
}

/**
 * The best time for a birth. Whatever is told of a process comes after its birth: the parent's `spawned` by a few
 * milliseconds (by more when the parent was busy), its own `awake` by what Node takes to boot. Its start time in the
 * process table is rounded down, by less than the table's resolution. The answer is never early, so that births keep
 * their order.
 * @param life the evidence
 * @param resolutionMs of start times: 10 from procfs, 1000 from ps
 * @returns `undefined` when there is no evidence at all
 */
export function findBirth(life: Life, resolutionMs: number): Birth | undefined {
  const { born, spawned, told, awaited, adopted, signalled, gone } = life;
  const witnesses = [spawned, born, told[0], awaited[0], adopted[0], signalled[0], gone[0]];
  const latest = Math.min(...witnesses.map((event) => event?.at ?? Number.POSITIVE_INFINITY));
  if (latest === Number.POSITIVE_INFINITY) {
    return undefined;
  }

  const at = born === undefined ? latest : Math.min(latest, born.startTime + resolutionMs);
  return { at, isLatest: spawned === undefined && born === undefined };
}
