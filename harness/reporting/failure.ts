import type { Shortfall } from '../sandbox/evidence.ts';
import { readAssertion } from './assertion.ts';

/** Why a test failed, in the test's own words: read from the error that it threw. */
export interface Failure {
  /** The error's message, without the name of a diagnosis in front. */
  message: string;
  expected?: string;
  saw?: string;
  /** Lines of a comparison, without colours: present when the values are too long to stand side by side. */
  diff?: string;
  gaveUp?: NonNullable<Shortfall['gaveUp']>;
  /** The diagnosis that the test named. */
  named?: string;
  /** Values for which a property does not hold, with the seed and path by which fast-check finds them again. */
  counterexample?: string;
}

/** `[name]: message`, as `expect(value, 'name')` of harness/test.ts has it. */
const NAMED_MESSAGE = /^\[([a-z][a-z0-9-]*)\](?:: )?([\s\S]*)$/;
/** What fast-check prints of a failing property. */
const COUNTEREXAMPLE = /^Counterexample: (.*)$/m;
const REPLAY = /\{ seed: (-?\d+), path: ("[\d:]*")/;
const TIMEOUT = /^Test timed out in (\d+)ms/;

/**
 * Reads the error of a failed test as Vitest hands it from its worker to the main process: a plain object with the error's own
 * properties. A property's error holds in its cause what went wrong for one set of values.
 */
export function readFailure(error: unknown): Failure {
  const { message, cause } = fields(error);
  const text = typeof message === 'string' ? message : String(error);
  const [, counterexample] = COUNTEREXAMPLE.exec(text) ?? [];
  if (counterexample !== undefined) {
    const [, seed, path] = REPLAY.exec(text) ?? [];
    const replay = seed === undefined ? '' : `  (seed ${seed}, path ${path})`;
    return {
      ...(cause === undefined ? { message: text } : readFailure(cause)),
      counterexample: `${counterexample}${replay}`,
    };
  }

  const [, namedInMessage, rest = text] = NAMED_MESSAGE.exec(text) ?? [];
  return { message: rest, ...(namedInMessage && { named: namedInMessage }), ...readComparison(fields(error), rest) };
}

function readComparison(error: Record<string, unknown>, message: string): Partial<Failure> {
  const { expected, saw, gaveUp, diagnosis } = error as Partial<Shortfall>;
  if (typeof expected === 'string' && typeof saw === 'string') {
    return { expected, saw, ...(gaveUp && { gaveUp }), ...(diagnosis && { named: diagnosis }) };
  }

  const [, timeoutMs] = TIMEOUT.exec(message) ?? [];
  if (timeoutMs !== undefined) {
    return { expected: 'the test to come to an end', saw: `after ${Number(timeoutMs) / 1000} s it had not` };
  }

  return readAssertion(error, message);
}

function fields(error: unknown): Record<string, unknown> {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
}
