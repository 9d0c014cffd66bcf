import { expect } from 'vitest';
import { judgeAnswer, type Play } from './judge-answer.ts';

/** A wrong answer, and what must be said of it. */
export interface WrongAnswer extends Play {
  /** In words, for the test's name. */
  mistake: string;
  diagnosis: string;
  /** What its explanation must hold. */
  says: RegExp;
  /** The learner's line that it must name. */
  site?: string;
  /** What it must show as it is. */
  quotes?: RegExp;
}

/** Plays the answer for real, and checks the conclusion. */
export async function expectDiagnosis({
  mistake: _,
  diagnosis,
  says,
  site,
  quotes,
  ...play
}: WrongAnswer): Promise<void> {
  const { verdict } = await judgeAnswer(play);
  expect(verdict).toMatchObject({ diagnosis, why: expect.stringMatching(says) });
  if (site !== undefined) {
    expect(`${verdict.site?.file}:${verdict.site?.line}`).toBe(site);
  }

  if (quotes !== undefined) {
    expect(verdict.details).toMatch(quotes);
  }
}
