// For a process under test whose answer may wait by the clock: so that nobody has to wait with it, a minute of its own takes
// milliseconds. Only time is made smaller; the process, its parent and its pipes stay what they are.
import { syncBuiltinESMExports } from 'node:module';
import { performance } from 'node:perf_hooks';
import timers from 'node:timers';
import promises from 'node:timers/promises';

/** Added to each timer: a process that polls without such a pause would look as if it was at work, never as if it rested. */
const REAL_PAUSE_MS = 5;

/** The functions that wait, and which of their arguments is the delay in milliseconds. */
const WAITING: [owner: object, name: string, position: number][] = [
  [globalThis, 'setTimeout', 1],
  [globalThis, 'setInterval', 1],
  [timers, 'setTimeout', 1],
  [timers, 'setInterval', 1],
  [promises, 'setTimeout', 0],
  [promises, 'setInterval', 0],
  [promises.scheduler, 'wait', 0],
];

/**
 * From now on time goes `factor` times as fast for this process: its new timers, `Date` and `performance.now()`. Each timer takes
 * five real milliseconds on top, in which the clocks go on at their speed. Two timers end in the order in which they are due when
 * that differs by `factor` milliseconds or more.
 */
export function speedUpTime(factor: number): void {
  for (const [owner, name, position] of WAITING) {
    replaceFunction(owner, name, (original, self, args) => {
      const delayMs = args[position];
      const isDelay = typeof delayMs === 'number';
      return Reflect.apply(original, self, isDelay ? args.with(position, shorten(delayMs, factor)) : args);
    });
  }

  const now = speedUpClock(Date, factor);
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now()] : args, self),
  });
  speedUpClock(performance, factor);
  // What was imported by name from a module of Node's follows.
  syncBuiltinESMExports();
}

function shorten(delayMs: number, factor: number): number {
  return REAL_PAUSE_MS + delayMs / factor;
}

function speedUpClock(clock: { now(): number }, factor: number): () => number {
  const beginning = clock.now();
  replaceFunction(clock, 'now', (original, self) => {
    const real = Number(Reflect.apply(original, self, []));
    return beginning + (real - beginning) * factor;
  });
  return () => clock.now();
}

type Call = (...args: unknown[]) => unknown;

// A proxy keeps what hangs on a function: `util.promisify` finds there what it makes of setTimeout.
function replaceFunction(
  owner: object,
  name: string,
  call: (original: Call, self: unknown, args: unknown[]) => unknown,
): void {
  const value = new Proxy(Reflect.get(owner, name), { apply: (original, self, args) => call(original, self, args) });
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}
