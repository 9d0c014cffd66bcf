import type { Played, Step } from './played.ts';

/** What is wrong with a run. */
export interface Finding {
  /** Name of the diagnosis: a file of harness/reporting/diagnoses. */
  diagnosis: string;
  expected: string;
  saw: string;
  /** The step at which it shows, counted from 0; the last one if not given. */
  step?: number;
}

/** Judges a run by what it did, never by how: no oracle looks at the files of a lock. */
export type Oracle = (played: Played) => Finding | undefined;

/** A mark that a process made, with the position of its step. */
export interface MarkStep {
  step: number;
  process: number;
  name: string;
  data: unknown;
}

/** The marks of a run, in order. */
export function marksOf({ steps }: Pick<Played, 'steps'>): MarkStep[] {
  return steps.flatMap(({ operation, process }: Step, step) =>
    operation.mark === undefined ? [] : [{ step, process, ...operation.mark }],
  );
}

/** What is found first, and by which of the oracles. */
export function judge(played: Played, oracles: readonly Oracle[]): { finding: Finding; rank: number } | undefined {
  for (const [rank, oracle] of oracles.entries()) {
    const finding = oracle(played);
    if (finding !== undefined) {
      return { finding, rank };
    }
  }

  return undefined;
}
