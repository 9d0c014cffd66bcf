import type { Outcome } from '../operation.ts';
import { codeOf } from './thrown.ts';
import { toldBy } from './told.ts';

/** The longest part of a result that is printed, characters. */
const LONGEST = 40;

/** Performs an operation, and tells its outcome before whoever asked for it hears of it. */
export function watchOutcome<T>(perform: () => T, tell: (outcome: Outcome) => void): T {
  const fail = (error: unknown): never => {
    const code = codeOf(error);
    tell({ error: code, told: code });
    throw error;
  };
  const succeed = <Value>(value: Value): Value => {
    const told = toldBy(value);
    tell({ ...describe(value), ...(told !== undefined && { told }) });
    return value;
  };

  let result: T;
  try {
    result = perform();
  } catch (error) {
    return fail(error);
  }

  return result instanceof Promise ? (result.then(succeed, fail) as T) : succeed(result);
}

function describe(value: unknown): Outcome {
  if (typeof value === 'boolean' || typeof value === 'number') {
    return { result: String(value) };
  }

  if (typeof value === 'string' || value instanceof Uint8Array) {
    return {
      result: JSON.stringify(
        Buffer.from(value as string)
          .toString()
          .slice(0, LONGEST),
      ),
    };
  }

  return Array.isArray(value) ? { result: JSON.stringify(value).slice(0, LONGEST) } : {};
}
