import type { Shortfall } from './evidence.ts';

/** A wait or a matcher that the run did not satisfy. Its own properties say what a learner needs to read. */
export class ShortfallError extends Error implements Shortfall {
  override readonly name = 'ShortfallError';
  readonly expected: string;
  readonly saw: string;
  declare readonly gaveUp?: NonNullable<Shortfall['gaveUp']>;
  declare readonly diagnosis?: string;

  constructor({ expected, saw, gaveUp, diagnosis }: Shortfall) {
    super(`expected ${expected}, saw ${saw}`);
    this.expected = expected;
    this.saw = saw;
    if (gaveUp !== undefined) {
      this.gaveUp = gaveUp;
    }

    if (diagnosis !== undefined) {
      this.diagnosis = diagnosis;
    }
  }
}
