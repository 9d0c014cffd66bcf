import type { Operation } from './operation.ts';
import type { Situation } from './strategy.ts';

/**
 * Thrown when a run meets another situation than an earlier run met after the same choices. Exploration cannot go on then: what it
 * has seen says nothing about what it skips.
 */
export class DivergenceError extends Error {
  override readonly name = 'DivergenceError';
  readonly code = 'NOT_DETERMINISTIC';

  constructor(step: number, before: string, now: string) {
    super(
      [
        `After the same ${step} steps this run stands elsewhere than an earlier one: the program does not do the same each time.`,
        `  before: ${before}`,
        `  now:    ${now}`,
        'It depends on chance, on the time of day, or on something that the run before left.',
      ].join('\n'),
    );
  }
}

/** @throws {DivergenceError} when the two are not the same */
export function assertSame(before: Situation, now: Situation): void {
  const [expected, seen] = [describe(before), describe(now)];
  if (expected !== seen) {
    throw new DivergenceError(now.step, expected, seen);
  }
}

/** A situation in words, without the names of files: those of temporary ones, made of chance, are new in each run. */
function describe({ enabled, hasYielded, last }: Situation): string {
  const standing = enabled.map(
    ({ process, operation }) => `process ${process + 1} before ${describeOperation(operation)}`,
  );
  const yielded = hasYielded && last !== undefined ? `; process ${last + 1} gives way` : '';
  return standing.join(', ') + yielded;
}

function describeOperation({ name, touches }: Operation): string {
  return [name, ...touches.map(({ access }) => access)].join(' ');
}
