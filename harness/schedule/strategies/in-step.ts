import type { Scheduler, Situation, Strategy } from '../strategy.ts';

/**
 * All go on side by side, a step each in turn, as processes of the same speed with a core each do; whoever sleeps makes no step before
 * its time has come, and time goes by only while all sleep. A run for each process, that begins with it.
 *
 * That is fair: whoever waits for others gets on, as they come to their end before any sleep is over. What does not get on here does the
 * same as the others at the same time, again and again (a livelock).
 */
export function inStep(): Strategy {
  let begun = 0;
  let processes = 1;
  return {
    next() {
      if (begun === processes) {
        return undefined;
      }

      const first = begun;
      begun += 1;
      let now = 0;
      return {
        choose(situation) {
          if (situation.step === 0) {
            processes = situation.enabled.length;
          }

          const chosen = nextInStep(situation, first, now);
          now = Math.max(now, chosen.until);
          return { process: chosen.process };
        },
      } satisfies Scheduler;
    },
  };
}

/** The one who is due first; among those who are due now, whoever is next in turn. */
function nextInStep({ enabled, last }: Situation, first: number, now: number): { process: number; until: number } {
  const inTurn = enabled
    .filter(({ operation }) => operation.isCrash !== true)
    .map(({ process, operation }) => ({ process, until: Math.max(now, operation.until ?? now) }));
  const from = last === undefined ? first : last + 1;
  const ordered = [
    ...inTurn.filter(({ process }) => process >= from),
    ...inTurn.filter(({ process }) => process < from),
  ];
  const [earliest = { process: 0, until: now }] = ordered.toSorted((one, other) => one.until - other.until);
  return earliest;
}
