import { fractions } from '../random-numbers.ts';
import { type Chance, type Seeded, seeded } from '../seeded.ts';

/**
 * A random walk: at each step, each process that can make one is as likely as another. On tiny programs it finds more than `pct`; a
 * schedule that needs one process to wait for many steps of another is found ever more rarely, half as often with each such step of two.
 */
export function random(chance: Chance): Seeded {
  return seeded(chance, (seed) => {
    const fraction = fractions(seed);
    return {
      choose({ enabled }) {
        const chosen = enabled[Math.floor(fraction() * enabled.length)];
        return { process: chosen?.process ?? 0 };
      },
    };
  });
}
