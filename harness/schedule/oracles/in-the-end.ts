import type { Oracle } from '../oracle.ts';
import type { SharedFiles } from '../shared-files.ts';

/** What is shared in the end, when all have come to theirs: e.g. the sum of all increments, or of all accounts. */
export function inTheEnd(
  expected: string,
  diagnosis: string,
  /** @returns what is wrong, in words; undefined when nothing is */
  wrong: (files: SharedFiles) => string | undefined,
): Oracle {
  return ({ end, files, processes }) => {
    // Who fails in the middle has not done its part: that is what is wrong then.
    const isOver = end === 'all over' && processes.every(({ state }) => state !== 'failed');
    const saw = isOver ? wrong(files) : undefined;
    return saw === undefined ? undefined : { diagnosis, expected, saw };
  };
}
