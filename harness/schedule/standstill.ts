import { hasChanged, type Played } from './played.ts';

/** In a blocked run the step soon after the last one that changed anything: what comes later are the same looks again and again. */
export function standstill({ steps, processes }: Pick<Played, 'steps' | 'processes'>): number {
  return Math.min(steps.length - 1, steps.findLastIndex(hasChanged) + 2 * processes.length);
}
