import type { Strategy } from '../strategy.ts';
import { Turns } from './in-step.ts';

/** Whoever tries again and again tries some dozen times meanwhile. */
const STEPS_OF_THE_OTHERS = 300;

/**
 * One run: the first process makes so many steps and stands still there, as if the system had stopped it, while the others go on in step,
 * as far as they can and not for ever; then all do.
 */
export function standStill(steps: number): Strategy {
  let isOver = false;
  return {
    next() {
      if (isOver) {
        return undefined;
      }

      isOver = true;
      const turns = new Turns(0);
      return {
        wakesAll: true,
        choose({ step, enabled, ...situation }) {
          const first = enabled.filter(({ process }) => process === 0);
          const others = enabled.filter(({ process }) => process !== 0);
          const preferred = step < steps ? first : step < steps + STEPS_OF_THE_OTHERS ? others : enabled;
          return turns.next({ ...situation, enabled: preferred.length > 0 ? preferred : enabled });
        },
      };
    },
  };
}
