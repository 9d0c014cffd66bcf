import path from 'node:path';
import { answerDigest } from './answers.ts';
import { type Kata, pristineStub } from './katas.ts';
import { readTextIfThere } from './optional-files.ts';
import type { Progress } from './progress.ts';

/** How far a learner is with a kata. */
export type KataState =
  /** The answer as it stands passed every test. */
  | 'solved'
  /** An answer passed every test; this one is another. */
  | 'changed since it was solved'
  | 'started'
  /** The stub is as it was given. */
  | 'untouched'
  /** There is no file where the answer should be. */
  | 'missing';

export async function kataState(kata: Kata, progress: Progress): Promise<KataState> {
  const answer = await readTextIfThere(path.join(kata.directory, kata.stub));
  if (answer === undefined) return 'missing';

  const solved = progress.katas[kata.id]?.solved;
  if (solved && solved.digest === (await answerDigest(kata))) return 'solved';
  if (answer === (await readTextIfThere(pristineStub(kata)))) return 'untouched';
  return solved ? 'changed since it was solved' : 'started';
}

/** The state of every kata, by id. */
export async function kataStates(katas: readonly Kata[], progress: Progress): Promise<Map<string, KataState>> {
  return new Map(await Promise.all(katas.map(async (kata) => [kata.id, await kataState(kata, progress)] as const)));
}

/**
 * The kata to work on: the first that is not solved; `undefined` when all are.
 * @param after where the learner stands: what follows it comes first, what was left out before it last
 */
export function nextKata(
  katas: readonly Kata[],
  states: ReadonlyMap<string, KataState>,
  after?: Kata,
): Kata | undefined {
  const start = katas.findIndex(({ id }) => id === after?.id) + 1;
  return [...katas.slice(start), ...katas.slice(0, start)].find(({ id }) => states.get(id) !== 'solved');
}
