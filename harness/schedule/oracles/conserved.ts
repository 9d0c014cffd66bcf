import type { Oracle } from '../oracle.ts';
import type { SharedFiles } from '../shared-files.ts';
import { inTheEnd } from './in-the-end.ts';

/**
 * A sum that no work changes, or changes by a known amount: of all accounts, of all increments. Looked at when all have come to their
 * end.
 * @param what the sum is of, e.g. `all the money`
 * @param parts of the sum, by name; a part that is no number is told as it is
 */
export function conserved(
  what: string,
  sum: number,
  diagnosis: string,
  parts: (files: SharedFiles) => Readonly<Record<string, string | undefined>>,
): Oracle {
  return inTheEnd(`${what} to be ${sum}`, diagnosis, (files) => {
    const all = Object.entries(parts(files));
    const broken = all.find(([, part = '']) => part.trim() === '' || !Number.isFinite(Number(part)));
    if (broken !== undefined) {
      const [name, part] = broken;
      return part === undefined ? `${name} is gone` : `${name} is no number: '${part}'`;
    }

    const total = all.reduce((before, [, part]) => before + Number(part), 0);
    const each = all.length === 1 ? '' : ` (${all.map(([name, part]) => `${name} ${part}`).join(', ')})`;
    return total === sum ? undefined : `it is ${total}${each}`;
  });
}
