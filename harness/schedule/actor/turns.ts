// Where a process under control waits for its turn. Its JavaScript runs freely up to the next operation on what is shared; there
// it stands still until the controller grants the step.
import type { Operation, Outcome } from '../operation.ts';
import { receive, report } from './channel.ts';
import { watchOutcome } from './outcome.ts';
import { Outside } from './outside.ts';
import { placeInKata } from './place.ts';
import { toPlain } from './thrown.ts';

/** An operation that was asked for and not granted yet. */
interface Waiting {
  operation: Operation;
  perform: () => unknown;
  settle: (perform: () => unknown) => Promise<void>;
  /** A timer that does not keep its process up. */
  isUnref?: () => boolean;
}

/** Thrown through a program whose run is over. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned';
}

/** A program that catches whatever is thrown, in a loop, could not be got rid of. */
const MOST_ABANDONED = 1_000;

const realImmediate = setImmediate;

class Turns {
  #now = 0;
  /** Whether the program has asked what time it is: from then on it depends on more than what it has seen of the others. */
  hasReadClock = false;
  isTraced = false;
  #waiting: Waiting[] = [];
  #did: Outcome | undefined;
  #state: 'between runs' | 'loading' | 'running' = 'between runs';
  #isPerforming = false;
  #passing = 0;
  #isLooking = false;
  #outside = new Outside();
  #isSettled = false;
  #isAbandoned = false;
  #abandoned = 0;
  #error: unknown;
  #onOver: () => void = () => {};

  /** Whether what the program does is under control. A program that was abandoned stays so: it must not act outside its run. */
  get isRunning(): boolean {
    return (this.#state !== 'between runs' || this.#isAbandoned) && !this.#isPerforming;
  }

  /** Milliseconds of the run's own clock, for a sleep that begins. */
  get now(): number {
    return this.#now;
  }

  /** The same, for a program that asks for it. */
  readClock(): number {
    this.hasReadClock = true;
    return this.#now;
  }

  /** Begins a run. `onOver` is called when the next command may be awaited. */
  begin(isTraced: boolean, onOver: () => void): void {
    this.#now = 0;
    this.hasReadClock = false;
    this.isTraced = isTraced;
    this.#waiting = [];
    this.#did = undefined;
    this.#error = undefined;
    this.#isSettled = false;
    this.#outside = new Outside();
    this.#isAbandoned = false;
    this.#abandoned = 0;
    this.#state = 'loading';
    this.#onOver = onOver;
  }

  /** The program's modules are there: from now on it is at rest only when it waits for an operation. */
  loaded(): void {
    if (this.#state === 'loading') {
      this.#state = 'running';
      this.look();
    }
  }

  /** The program's function is over; the run is, once nothing of it waits any more. */
  settled(error?: unknown): void {
    if (this.#state === 'between runs') {
      return;
    }

    this.#isSettled = true;
    if (error !== undefined) {
      // An error that nobody caught ends a process: nothing that it waits for comes to pass.
      this.#error ??= error;
      this.#waiting = [];
    }

    this.look();
  }

  /** An operation of synchronous code: it stands still here, and performs it when it is granted. */
  sync<T>(operation: Operation, perform: () => T): T {
    this.#throwIfAbandoned();
    this.#before([this.#placed(operation)]);
    return this.#perform(() => this.#keepOutcome(perform));
  }

  /** An operation of asynchronous code. */
  async<T>(operation: Operation, perform: () => T | Promise<T>): Promise<Awaited<T>> {
    return new Promise<Awaited<T>>((resolve, reject) => {
      this.add({
        operation,
        perform,
        settle: async (granted) => {
          try {
            resolve((await granted()) as Awaited<T>);
          } catch (error) {
            reject(error);
          }
        },
      });
    });
  }

  /** Something that is no step and ends by itself, soon: until then the program is not at rest. */
  async passing<T>(promise: Promise<T>): Promise<T> {
    this.#passing += 1;
    try {
      return await promise;
    } finally {
      this.#passing -= 1;
      this.look();
    }
  }

  add(waiting: Waiting): void {
    if (this.#state === 'between runs') {
      return;
    }

    this.#waiting.push({ ...waiting, operation: this.#placed(waiting.operation) });
    this.look();
  }

  remove(operation: Operation): void {
    this.#waiting = this.#waiting.filter((one) => one.operation !== operation);
  }

  /** Looks, when all that can happen by itself has happened, where the program stands. */
  look(): void {
    if (!this.#isLooking && this.#state === 'running') {
      this.#isLooking = true;
      realImmediate(() => {
        this.#isLooking = false;
        this.#whenAtRest();
      });
    }
  }

  #whenAtRest(): void {
    if (this.#state !== 'running' || this.#isPerforming || this.#passing > 0) {
      return;
    }

    const keepsUp = this.#waiting.some(({ isUnref }) => !isUnref?.());
    if (this.#isSettled && !keepsUp) {
      this.#finish();
    } else if (this.#waiting.length > 0) {
      // It is abandoned there, if at all: nobody needs to hear of it.
      this.#step().catch(() => {});
    } else {
      const resources = this.#outside.wait(() => this.look());
      if (resources !== undefined) {
        report({ type: 'outside', resources, ...this.#takeOutcome() });
      }
    }
  }

  async #step(): Promise<void> {
    const position = this.#before(this.#waiting.map(({ operation }) => operation));
    const [granted] = this.#waiting.splice(position, 1);
    if (granted === undefined || this.#state !== 'running') {
      return;
    }

    this.#isPerforming = true;
    await granted.settle(async () => {
      try {
        return await this.#keepOutcome(granted.perform);
      } finally {
        this.#isPerforming = false;
      }
    });
    this.look();
  }

  /** @returns the position of the operation that is granted */
  #before(operations: Operation[]): number {
    this.#outside.over();
    const resources = this.#outside.foreign();
    report({
      type: 'before',
      operations,
      ...this.#takeOutcome(),
      ...(this.hasReadClock && { hasReadClock: true }),
      ...(resources.length > 0 && { resources }),
    });
    const command = receive();
    if (command.type === 'step') {
      this.#now = command.now;
      return command.position;
    }

    this.#abandon();
    throw new Abandoned();
  }

  #perform<T>(perform: () => T): T {
    this.#isPerforming = true;
    try {
      return perform();
    } finally {
      this.#isPerforming = false;
    }
  }

  #keepOutcome<T>(perform: () => T): T {
    return watchOutcome(perform, (outcome) => {
      this.#did = outcome;
    });
  }

  #takeOutcome(): { did?: Outcome } {
    const did = this.#did;
    this.#did = undefined;
    return did === undefined ? {} : { did };
  }

  #finish(): void {
    this.#state = 'between runs';
    const error = this.#error;
    report({ type: 'done', ...(error === undefined ? {} : { error: toPlain(error) }), ...this.#takeOutcome() });
    this.#onOver();
  }

  #abandon(): void {
    this.#state = 'between runs';
    this.#isAbandoned = true;
    this.#waiting = [];
    // What was thrown must have gone through the program before the next one begins.
    realImmediate(() => this.#onOver());
  }

  #throwIfAbandoned(): void {
    if (this.#state !== 'between runs') {
      return;
    }

    this.#abandoned += 1;
    if (this.#abandoned > MOST_ABANDONED) {
      process.exit(1);
    }

    throw new Abandoned();
  }

  #placed(operation: Operation): Operation {
    const place = this.isTraced ? placeInKata() : undefined;
    return place === undefined ? operation : Object.assign(operation, { place });
  }
}

/** The turns of this process. */
export const turns = new Turns();
