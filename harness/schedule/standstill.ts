import type { Played } from './played.ts';

/** In a blocked run the step soon after the last one that changed anything: what comes later are the same looks again and again. */
export function standstill({ steps, processes }: Pick<Played, 'steps' | 'processes'>): number {
  const last = steps.findLastIndex(
    ({ operation: { touches, mark, isCrash }, outcome }) =>
      isCrash === true ||
      mark !== undefined ||
      (outcome?.error === undefined && touches.some(({ access }) => access === 'write')),
  );
  return Math.min(steps.length - 1, last + 2 * processes.length);
}
