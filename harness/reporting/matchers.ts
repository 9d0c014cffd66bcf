import type { Run } from '../sandbox/run.ts';

interface Verdict {
  pass: boolean;
  message: () => string;
  expected?: unknown;
  actual?: unknown;
}

/** What the tests of a kata may ask of a run. */
export const matchers = {
  /** How the scenario's own process ended: an exit status, or the name of the signal that killed it. */
  toHaveExitedWith(run: Run, status: number | NodeJS.Signals): Verdict {
    const exit = run.exit;
    const actual = exit === undefined ? 'still running' : (exit.signal ?? exit.code);
    return {
      pass: actual === status,
      expected: `the program to end with ${say(status)}`,
      actual: exit === undefined ? 'it was still running' : `it ended with ${say(actual)}`,
      message: () => `expected the program to end with ${say(status)}, saw ${say(actual)}`,
    };
  },
};

function say(status: unknown): string {
  return typeof status === 'number' ? `exit status ${status}` : String(status);
}

interface RunMatchers<R = unknown> {
  toHaveExitedWith(status: number | NodeJS.Signals): R;
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: Vitest declares it so, and all declarations must agree.
  interface Matchers<T = any> extends RunMatchers<T> {}
}
