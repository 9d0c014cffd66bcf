import { isSleep } from './operation.ts';
import { hasChanged, type Played, type Step } from './played.ts';
import { areSame } from './shared-files.ts';

/**
 * In a blocked run the step at which all who wait have seen the last change, or been asleep when it came and seen that it does not help:
 * what comes later are the same looks again and again.
 */
export function standstill({ steps, processes }: Pick<Played, 'steps' | 'processes'>): number {
  const last = steps.findLastIndex((step, position) => hasChanged(step) && !isInVain(step, steps[position - 1]));
  return Math.max(last, ...processes.map((_, process) => firstLook(steps, process, last + 1)));
}

/** Of a traced run: nothing is other than before, as when a directory is made that is there. */
function isInVain({ operation, files }: Step, before: Step | undefined): boolean {
  const canCompare = operation.mark === undefined && operation.isCrash !== true;
  return canCompare && files !== undefined && before?.files !== undefined && areSame(files, before.files);
}

/** The step with which a process ends its first look from that step on; -1 when it makes none. */
function firstLook(steps: readonly Step[], process: number, from: number): number {
  const own = steps.flatMap((step, position) => (step.process === process ? [{ ...step, position }] : []));
  const ends = own.filter(({ operation }, index) => {
    const next = own[index + 1];
    return !isSleep(operation) && (next === undefined || isSleep(next.operation));
  });
  return ends.find(({ position }) => position >= from)?.position ?? -1;
}
