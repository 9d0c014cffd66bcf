import { fractions } from '../random-numbers.ts';
import { type Chance, type Seeded, seeded } from '../seeded.ts';

/** How likely somebody is killed at a step where somebody may be: as likely as the others, all would die before they did anything. */
const CRASH_CHANCE = 1 / 20;

/**
 * A random walk: at each step, each process that can make one is as likely as another. On tiny programs it finds more than `pct`; a
 * schedule that needs one process to wait for many steps of another is found ever more rarely, half as often with each such step of two.
 */
export function random(chance: Chance): Seeded {
  return seeded(chance, (seed) => {
    const fraction = fractions(seed);
    return {
      choose({ enabled }) {
        const [steps, crashes] = [false, true].map((isCrash) =>
          enabled.filter(({ operation }) => (operation.isCrash ?? false) === isCrash),
        );
        const isCrash = crashes?.length !== 0 && fraction() < CRASH_CHANCE;
        const candidates = (isCrash ? crashes : steps) ?? [];
        return { process: candidates[Math.floor(fraction() * candidates.length)]?.process ?? 0 };
      },
    };
  });
}
