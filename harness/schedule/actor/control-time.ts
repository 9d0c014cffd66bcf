// Makes every sleep a scheduling point, and gives the run a clock of its own: it stands still while processes work, and jumps to
// the end of a sleep that is granted. So nobody waits, and a lease of an hour can expire under a process that is slow.
import { syncBuiltinESMExports } from 'node:module';
import { performance } from 'node:perf_hooks';
import timers from 'node:timers';
import promises from 'node:timers/promises';
import type { Operation } from '../operation.ts';
import { turns } from './turns.ts';

const real = {
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  clearTimeout: globalThis.clearTimeout,
  clearInterval: globalThis.clearInterval,
  now: Date.now,
  performanceNow: performance.now.bind(performance),
  wait: Atomics.wait,
};

/** Milliseconds since 1970 at which the run's clock begins. */
let epoch = 0;

export function beginTime(milliseconds: number): void {
  epoch = milliseconds;
}

/** From now on. */
export function controlTime(): void {
  globalThis.setTimeout = Object.assign(schedule(false), { __promisify__: real.setTimeout.__promisify__ }) as never;
  globalThis.setInterval = schedule(true) as never;
  globalThis.clearTimeout = clear(real.clearTimeout) as never;
  globalThis.clearInterval = clear(real.clearInterval) as never;
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis;
  Object.assign(timers, { setTimeout, setInterval, clearTimeout, clearInterval });
  const promisify = Symbol.for('nodejs.util.promisify.custom');
  Object.defineProperty(setTimeout, promisify, { value: pause });
  Object.assign(promises, { setTimeout: pause });
  promises.scheduler.wait = (delayMs) => pause(delayMs) as Promise<void>;
  Atomics.wait = waitInPlace as typeof Atomics.wait;
  controlClocks();
  syncBuiltinESMExports();
}

class Timer {
  readonly operation: Operation;
  #isRef = true;

  constructor(operation: Operation) {
    this.operation = operation;
  }

  get isUnref(): boolean {
    return !this.#isRef;
  }

  ref(): this {
    this.#isRef = true;
    return this;
  }

  unref(): this {
    this.#isRef = false;
    return this;
  }

  hasRef(): boolean {
    return this.#isRef;
  }

  close(): this {
    turns.remove(this.operation);
    return this;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

function sleep(delayMs: unknown): Operation {
  const milliseconds = Math.max(1, Number(delayMs) || 0);
  return { name: 'sleep', touches: [], detail: `${milliseconds} ms`, until: turns.now + milliseconds };
}

function schedule(isRepeated: boolean) {
  const realOne = isRepeated ? real.setInterval : real.setTimeout;
  return (callback: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]) => {
    if (!turns.isRunning) {
      return realOne(callback, delayMs, ...args);
    }

    const timer = new Timer(sleep(delayMs));
    const wait = () =>
      turns.add({
        operation: timer.operation,
        perform: () => {},
        isUnref: () => timer.isUnref,
        settle: async (perform) => {
          await perform();
          if (isRepeated) {
            Object.assign(timer.operation, sleep(delayMs));
            wait();
          }
          callback(...args);
        },
      });
    wait();
    return timer;
  };
}

function clear(realOne: (timer: never) => void) {
  return (timer: unknown) => {
    if (timer instanceof Timer) {
      timer.close();
    } else {
      realOne(timer as never);
    }
  };
}

function pause(delayMs?: number, value?: unknown, options: { signal?: AbortSignal } = {}): Promise<unknown> {
  const { signal } = options;
  if (!turns.isRunning) {
    return new Promise((resolve) => {
      real.setTimeout(() => resolve(value), delayMs);
    });
  }

  signal?.throwIfAborted();
  const operation = sleep(delayMs);
  const over = turns.async(operation, () => value);
  if (signal === undefined) {
    return over;
  }

  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      turns.remove(operation);
      reject(new DOMException('The operation was aborted', { name: 'AbortError', cause: signal.reason }));
    });
  });
  return Promise.race([over, aborted]);
}

function waitInPlace(array: Int32Array, index: number, value: number, delayMs?: number): string {
  const isSleep = turns.isRunning && delayMs !== undefined && Number.isFinite(delayMs);
  return isSleep && Atomics.load(array, index) === value
    ? turns.sync(sleep(delayMs), () => 'timed-out')
    : real.wait(array, index, value, delayMs);
}

function controlClocks(): void {
  const elapsed = () => (turns.isRunning ? turns.readClock() : undefined);
  const dateNow = () => {
    const now = elapsed();
    return now === undefined ? real.now() : epoch + now;
  };
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [dateNow()] : args, self),
    get: (target, name, self) => (name === 'now' ? dateNow : Reflect.get(target, name, self)),
  });
  performance.now = () => elapsed() ?? real.performanceNow();
  const realBigint = process.hrtime.bigint.bind(process.hrtime);
  const bigint = () => {
    const now = elapsed();
    return now === undefined ? realBigint() : BigInt(Math.round(now * 1e6));
  };
  process.hrtime = Object.assign((since?: [number, number]) => toPair(bigint(), since), { bigint });
}

function toPair(nanoseconds: bigint, [seconds, rest]: [number, number] = [0, 0]): [number, number] {
  const elapsed = nanoseconds - (BigInt(seconds) * 1_000_000_000n + BigInt(rest));
  return [Number(elapsed / 1_000_000_000n), Number(elapsed % 1_000_000_000n)];
}
