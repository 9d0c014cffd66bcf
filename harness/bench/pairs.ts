/** One thing measured against another, in turn, so that a machine whose speed drifts hurts both alike. */
export interface Comparison {
  name: string;
  /** What is measured, and against what. */
  subject: string;
  yardstick: string;
  /** Medians, milliseconds. */
  subjectMs: number;
  yardstickMs: number;
  /** Median of the ratios of neighbours. */
  ratio: number;
  /** Lowest and highest of those ratios. */
  spread: [number, number];
  /** What the ratio is meant to stay under, where something is meant. */
  aim?: number;
  rounds: number;
}

type Work = () => Promise<unknown>;

/**
 * Times two works in turn: A B A B ...
 * @param rounds pairs that count; one more goes before to warm the caches
 */
export async function compare(
  about: Pick<Comparison, 'name' | 'subject' | 'yardstick' | 'aim'>,
  subject: Work,
  yardstick: Work,
  rounds: number,
): Promise<Comparison> {
  const pairs: [number, number][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair: [number, number] = [await time(subject), await time(yardstick)];
    if (round > 0) {
      pairs.push(pair);
    }
  }

  const ratios = pairs.map(([a, b]) => a / b);
  return {
    ...about,
    subjectMs: median(pairs.map(([a]) => a)),
    yardstickMs: median(pairs.map(([, b]) => b)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    rounds,
  };
}

async function time(work: Work): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? Number.NaN, sorted[Math.floor(middle)] ?? Number.NaN];
  return (low + high) / 2;
}
