import { type Branch, type Point, pathTo, preemptionsOf, sleepingAfter } from '../branch.ts';
import { assertSame, DivergenceError } from '../divergence.ts';
import { type Choice, inTurn, type Scheduler, type Situation, type Strategy } from '../strategy.ts';

/** What is explored: all schedules, or those with few preemptions. */
export type Exhaustive =
  | {
      /** Schedules with at most this many preemptions are tried, those with fewer first. Nearly all known bugs need at most 2. */
      preemptions: number;
      sleepSets?: false;
    }
  | {
      preemptions?: never;
      /** Of schedules that differ in the order of independent operations only one is tried to its end. Default: true. */
      sleepSets?: boolean;
    };

/**
 * Every schedule, by running the program again for each: a run repeats the choices up to a point where another way is
 * left, takes that, and goes on without preemptions.
 *
 * With `preemptions` in order of their number, each schedule once, so the first failing one has the fewest (Musuvathi and Qadeer
 * 2007, Iterative Context Bounding for Systematic Testing of Multithreaded Programs). A run that comes to a state that another one has been
 * in is given up there, where the program can say what its state is.
 *
 * Without it depth first, by sleep sets (Godefroid 1996, Partial-Order Methods for the Verification of Concurrent Systems, chapter 5): each final
 * state, deadlocks too, is still reached. The two do not go together: the one order of independent operations that is tried may need
 * more preemptions than another that is left out (Coons, Musuvathi and McKinley 2013, Bounded Partial-Order Reduction).
 *
 * Choosing and asking for the next run throw a DivergenceError (`NOT_DETERMINISTIC`) when the same choices lead elsewhere than before.
 */
export function exhaustive(options: Exhaustive = {}): Exploration {
  return new Exploration(options);
}

/** An exploration, and how far it has come. */
export class Exploration implements Strategy {
  /** Runs to their end, the present one counted. */
  runs = 0;
  /** Runs given up because they would have shown nothing new. */
  pruned = 0;
  /** How many preemptions the present run has; 0 when they are not bounded. */
  bound = 0;

  readonly #mostPreemptions: number | undefined;
  readonly #hasSleepSets: boolean;
  /** Ways left, by their number of preemptions; in the order in which they were met. */
  readonly #left: (Branch | 'beginning')[][] = [['beginning']];
  /** The present run: the ways taken so far and, up to `#isNewFrom`, still to be repeated. */
  #path: Branch[] = [];
  #isNewFrom = 0;
  #step = 0;
  /** States from which all that the bound allows was left to be tried, or has been. */
  readonly #known = new Set<string>();

  constructor({ preemptions, sleepSets = preemptions === undefined }: Exhaustive) {
    this.#mostPreemptions = preemptions;
    this.#hasSleepSets = sleepSets;
  }

  next(): Scheduler | undefined {
    if (this.#step < this.#isNewFrom) {
      throw new DivergenceError(this.#step, `${this.#isNewFrom} steps or more`, 'the run is over');
    }

    const branch = this.#take();
    if (branch === undefined) {
      return undefined;
    }

    this.runs += 1;
    this.#step = 0;
    this.#path = branch === 'beginning' ? [] : pathTo(branch);
    this.#isNewFrom = this.#path.length;
    return { choose: (situation) => this.#choose(situation) };
  }

  get #isBounded(): boolean {
    return this.#mostPreemptions !== undefined;
  }

  #take(): Branch | 'beginning' | undefined {
    for (;;) {
      const branch = this.#takeFirst();
      const leadsTo = branch === 'beginning' ? undefined : branch?.leadsTo;
      if (leadsTo === undefined || !this.#known.has(leadsTo)) {
        return branch;
      }
    }
  }

  #takeFirst(): Branch | 'beginning' | undefined {
    while (this.#left[this.bound]?.length === 0 && this.bound < this.#left.length - 1) {
      this.bound += 1;
    }

    // With a bound those first that part early: they differ the most, often not all can be tried, and the schedule that is found is
    // one a reader would think of.
    return this.#isBounded ? this.#left[this.bound]?.shift() : this.#left[this.bound]?.pop();
  }

  #choose(situation: Situation): Choice {
    const known = this.#path[this.#step];
    this.#step += 1;
    if (known !== undefined) {
      assertSame(known.point.situation, situation);
      known.point.situation = situation;
      return { process: known.process };
    }

    if (this.#isKnown(situation)) {
      this.runs -= 1;
      this.pruned += 1;
      return { stop: 'nothing new' };
    }

    const point = this.#pointAt(situation);
    const [first, ...others] = point.processes;
    if (first === undefined) {
      this.runs -= 1;
      this.pruned += 1;
      return { stop: 'nothing new' };
    }

    // What is left last is taken first, where the search is depth first.
    for (const process of this.#isBounded ? others : others.reverse()) {
      const leadsTo = this.#isBounded ? afterCrash(situation, process) : undefined;
      this.#leave({ point, process, ...(leadsTo !== undefined && { leadsTo }) });
    }

    this.#path.push({ point, process: first });
    return { process: first };
  }

  /**
   * Whether another run has come to the same state. It came there with no more preemptions, since those with fewer are tried first, so
   * whatever is possible from here was left to be tried there.
   */
  #isKnown({ state: tell }: Situation): boolean {
    const state = this.#isBounded ? tell?.() : undefined;
    if (state === undefined) {
      return false;
    }

    const isKnown = this.#known.has(state);
    this.#known.add(state);
    return isKnown;
  }

  #pointAt(situation: Situation): Point {
    const from = this.#path.at(-1);
    const sleeping = from !== undefined && this.#hasSleepSets ? sleepingAfter(from) : [];
    return {
      ...(from && { from }),
      situation,
      preemptions: from === undefined ? 0 : preemptionsOf(from),
      processes: inTurn(situation).filter((process) => !sleeping.includes(process)),
      sleeping,
    };
  }

  #leave(branch: Branch): void {
    const preemptions = this.#mostPreemptions === undefined ? 0 : preemptionsOf(branch);
    if (preemptions <= (this.#mostPreemptions ?? 0)) {
      this.#left[preemptions] ??= [];
      this.#left[preemptions].push(branch);
    }
  }
}

function afterCrash({ enabled, stateAfterCrash }: Situation, process: number): string | undefined {
  const isCrash = enabled.some((candidate) => candidate.process === process && candidate.operation.isCrash === true);
  return isCrash ? stateAfterCrash?.(process) : undefined;
}
