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
   * @throws what `cause` throws, or the reader of the process table
   */
  until<T>(cause: () => T | undefined, aim: Aim, options: WaitOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const check = () => {
        try {
          const found = cause();
          if (found !== undefined) {
            this.#checks.delete(check);
            resolve(found);
          } else {
            this.#giveUpIfVain(aim, options);
          }
        } catch (error) {
          this.#checks.delete(check);
          reject(error);
        }
      };

      this.#checks.add(check);
      check();
    });
  }

  #giveUpIfVain(aim: Aim, options: WaitOptions): void {
    const { failure, restedMs, isDeaf } = this.#observation;
    if (failure !== undefined) {
      throw failure;
    }

    const restMs = options.restMs ?? this.#limits.restMs;
    const reason = this.#whyOver() ?? (restedMs > restMs ? 'at rest' : undefined);
    if (reason === undefined) {
      return;
    }

    this.onGivingUp(reason);
    const remark = isDeaf ? '; the program had removed the sandbox’s own directory, so nothing it tells arrives' : '';
    throw new ShortfallError({
      expected: aim.expected,
      saw: `${aim.saw()}; ${describe(reason, restMs)}${remark}`,
      gaveUp: reason,
      ...(options.otherwise === undefined ? {} : { diagnosis: options.otherwise }),
    });
  }
}

function describe(reason: Reason, restMs: number): string {
  const endings: Record<Reason, string> = {
    'at rest': `for ${(restMs / 1000).toFixed(1)} s nothing more happened`,
    'run over': 'the run was over',
    'over budget': 'it started more processes than any answer needs, and was stopped',
    'over output': 'it printed without end, and was stopped',
    'over time': 'it did not come to an end, and was stopped',
  };
  return endings[reason];
}
