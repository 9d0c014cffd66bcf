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

      const turns = new Turns(begun);
      begun += 1;
      return {
        wakesAll: true,
        choose(situation) {
          if (situation.step === 0) {
            processes = situation.enabled.length;
          }

          return turns.next(situation);
        },
      } satisfies Scheduler;
    },
  };
}

/** Whose turn it is, and what time. */
export class Turns {
  readonly #first: number;
  #now = 0;

  constructor(first: number) {
    this.#first = first;
  }

  /** The one who is due first; among those who are due now, whoever comes next. */
  next({ enabled, last }: Pick<Situation, 'enabled' | 'last'>): { process: number } {
    const due = enabled
      .filter(({ operation }) => operation.isCrash !== true)
      .map(({ process, operation }) => ({ process, at: Math.max(this.#now, operation.until ?? 0) }));
    const from = last === undefined ? this.#first : last + 1;
    const inTurn = [...due.filter(({ process }) => process >= from), ...due.filter(({ process }) => process < from)];
    const [next = { process: 0, at: this.#now }] = inTurn.toSorted((one, other) => one.at - other.at);
    this.#now = next.at;
    return { process: next.process };
  }
}
