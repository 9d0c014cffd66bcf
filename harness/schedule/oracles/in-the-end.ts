import type { Oracle } from '../oracle.ts';
import type { SharedFiles } from '../shared-files.ts';

/** What is shared in the end, when all have come to theirs: e.g. the sum of all increments, or of all accounts. */
export function inTheEnd(
  expected: string,
  diagnosis: string,
  /** @returns what is wrong, in words; undefined when nothing is */
  wrong: (files: SharedFiles) => string | undefined,
): Oracle {
  return ({ end, files }) => {
    const saw = end === 'all over' ? wrong(files) : undefined;
    return saw === undefined ? undefined : { diagnosis, expected, saw };
  };
}
