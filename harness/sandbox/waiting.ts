import type { Shortfall } from './evidence.ts';
import type { Limits } from './limits.ts';
import type { Observation } from './observation.ts';
import { ShortfallError } from './shortfall.ts';

/** What a wait is for, in words. */
export interface Aim {
  expected: string;
  saw: () => string;
}

/** How a wait is to be given up. */
export interface WaitOptions {
  /** Diagnosis that this usually means: a file of harness/reporting/diagnoses. */
  otherwise?: string;
  /** Milliseconds of rest after which it is given up, instead of the run's own limit. */
  restMs?: number;
}

type Reason = NonNullable<Shortfall['gaveUp']>;

/** The waits of a test for causes in one run. Each ends with the cause, or with the reason why it cannot come any more. */
export class Waiting {
  /** Called when a wait is given up, with the reason, before it rejects. */
  onGivingUp: (reason: Reason) => void = () => {};

  readonly #observation: Observation;
  readonly #limits: Limits;
  readonly #whyOver: () => Reason | undefined;
  readonly #checks = new Set<() => void>();

  /** @param whyOver the reason why nothing more can happen in the run, once that is so */
  constructor(observation: Observation, limits: Limits, whyOver: () => Reason | undefined) {
    this.#observation = observation;
    this.#limits = limits;
    this.#whyOver = whyOver;
    observation.onChange = () => this.check();
  }

  /** Looks whether a wait has come to its end. */
  check(): void {
    for (const check of this.#checks) {
      check();
    }
  }

  /**
   * Waits until `cause` gives something other than undefined.
   * @throws {ShortfallError} when it cannot come any more, or nothing has happened for `limits.restMs`
   */
  until<T>(cause: () => T | undefined, aim: Aim, options: WaitOptions = {}): Promise<T> {
    const restMs = options.restMs ?? this.#limits.restMs;
    return new Promise<T>((resolve, reject) => {
      const check = () => {
        const found = cause();
        if (found !== undefined) {
          this.#checks.delete(check);
          resolve(found);
          return;
        }

        const reason = this.#whyOver() ?? (this.#observation.restedMs > restMs ? 'at rest' : undefined);
        if (reason !== undefined) {
          this.#checks.delete(check);
          this.onGivingUp(reason);
          reject(new ShortfallError({ ...describe(aim, reason, restMs), gaveUp: reason, ...named(options.otherwise) }));
        }
      };

      this.#checks.add(check);
      check();
    });
  }
}

function describe({ expected, saw }: Aim, reason: Reason, restMs: number): { expected: string; saw: string } {
  const endings: Record<Reason, string> = {
    'at rest': `for ${(restMs / 1000).toFixed(1)} s nothing more happened`,
    'run over': 'the run was over',
    'over budget': 'it started more processes than any answer needs, and was stopped',
    'over output': 'it printed without end, and was stopped',
    'over time': 'it did not come to an end, and was stopped',
  };
  return { expected, saw: `${saw()}; ${endings[reason]}` };
}

function named(diagnosis: string | undefined): { diagnosis?: string } {
  return diagnosis === undefined ? {} : { diagnosis };
}
