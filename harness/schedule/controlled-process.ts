import { createHash } from 'node:crypto';
import type { ActorProcess } from './actor-process.ts';
import type { View } from './identities.ts';
import { isSleep, type Operation } from './operation.ts';
import type { ProcessEnd } from './played.ts';
import type { Command, Report } from './protocol.ts';
import { areSame, type SharedFiles } from './shared-files.ts';
import { filesIn } from './state-key.ts';

type Told = Exclude<Report, { type: 'ready' }>;

/** One process of one run: where it stands, and whether it only looks again and again at what does not change. */
export class ControlledProcess {
  readonly name: string;
  readonly actor: ActorProcess;
  #told: Told | undefined;
  /** What was shared when it last went to sleep. */
  #atLastSleep: SharedFiles | undefined;
  /** Whether since then it has looked at something, and told nothing. */
  #onlyLooked = false;
  #hasLooked = false;
  #isKilled = false;
  /** Whether it has kept something open, at some time, through which something can come from others: a socket, a child. */
  #hasForeign = false;
  /** A digest, in each view, of what its operations have told it, in order; undefined once that does not say where it stands. */
  #histories: readonly string[] | undefined = [];
  /** What came after that: digested when somebody asks, which few strategies do. */
  readonly #toldSince: string[] = [];

  constructor(name: string, actor: ActorProcess) {
    this.name = name;
    this.actor = actor;
  }

  begin(command: Extract<Command, { type: 'run' }>): void {
    this.actor.send(command);
  }

  /** Takes in where it stands now; undefined when it is gone, or computes without end. */
  stands(report: Told | undefined, shared: () => SharedFiles): void {
    this.#told = report;
    this.#hasForeign ||= this.isOutside || (report?.type === 'before' && report.resources !== undefined);
    if (this.next !== undefined && isSleep(this.next.operation)) {
      const files = shared();
      this.#onlyLooked = this.#hasLooked && this.#atLastSleep !== undefined && areSame(files, this.#atLastSleep);
      this.#atLastSleep = files;
      this.#hasLooked = false;
    }
  }

  /** The operation it would make: what it does before what it sleeps for, in the order in which it asked. */
  get next(): { operation: Operation; position: number } | undefined {
    if (this.#told?.type !== 'before') {
      return undefined;
    }

    const waiting = this.#told.operations.map((operation, position) => ({ operation, position }));
    const [first] = waiting.toSorted((one, other) => dueOf(one.operation) - dueOf(other.operation));
    return first;
  }

  /** Whether it can be told, in the middle of a run, to give up and play another: it hears that, and leaves nothing behind. */
  get canGiveUp(): boolean {
    return this.next !== undefined && !this.#hasForeign;
  }

  /** Ends it where it stands: it makes no step any more. */
  async kill(): Promise<void> {
    await this.actor.kill();
    this.#told = undefined;
    this.#isKilled = true;
  }

  get isOver(): boolean {
    return this.#isKilled || this.#told?.type === 'done' || this.actor.isGone;
  }

  /** Whether it waits for something that is not under control. Where it waits for nothing at all, it is blocked for ever. */
  get isOutside(): boolean {
    return this.#told?.type === 'outside' && this.#told.resources.length > 0;
  }

  /**
   * Whether it sleeps and would, once awake, see what it saw before: it waits for a change, and counts as blocked until there
   * is one.
   */
  waitsForChange(shared: () => SharedFiles): boolean {
    const isAsleep = this.next !== undefined && isSleep(this.next.operation);
    return isAsleep && this.#onlyLooked && this.#atLastSleep !== undefined && areSame(shared(), this.#atLastSleep);
  }

  /** Notes what a step has told it. */
  noteTold(operation: Operation, told: string | undefined): void {
    // Bytes that are read into a buffer are not seen.
    const isSeen = isSleep(operation) || operation.mark !== undefined || !/^readv?(Sync)?$/.test(operation.name);
    if (!isSeen || told === undefined || this.#hasReadClock) {
      this.#histories = undefined;
    } else {
      this.#toldSince.push(told);
    }
  }

  get #hasReadClock(): boolean {
    return this.#told?.type === 'before' && this.#told.hasReadClock === true;
  }

  /**
   * Where it stands, in each view: the same in two runs means that it will do the same. Undefined where nobody can say.
   * @param views the same in each call
   * @param once where it will stand once that has happened
   */
  standing(views: readonly View[], once?: 'it is killed' | 'another one is killed'): readonly unknown[] | undefined {
    if (this.#isKilled || once === 'it is killed') {
      return views.map(() => 'killed');
    }

    for (const told of this.#toldSince.splice(0)) {
      const before = this.#histories;
      this.#histories = before && views.map(({ same }, index) => digest(`${before[index] ?? ''} ${same(told)}`));
    }

    const histories = this.#histories;
    if (histories === undefined) {
      return undefined;
    }

    const [type, hasLooked] = [this.#told?.type, this.#hasLooked];
    const [onlyLooked, atLastSleep] = once === undefined ? [this.#onlyLooked, this.#atLastSleep] : [false, undefined];
    return views.map((view, index) => [
      histories[index] ?? '',
      type,
      hasLooked,
      onlyLooked,
      atLastSleep !== undefined,
      // What it saw when it last went to sleep decides whether it counts as blocked.
      ...(onlyLooked && atLastSleep !== undefined ? [filesIn(view, atLastSleep)] : []),
    ]);
  }

  /** Notes a step of its own. */
  noteStep(operation: Operation): void {
    if (operation.name === 'mark') {
      // It has got somewhere.
      this.#atLastSleep = undefined;
    } else if (!isSleep(operation)) {
      this.#hasLooked = true;
    }
  }

  /** Another one was killed: whoever looks whether it lives sees something new. */
  noteDeath(): void {
    this.#onlyLooked = false;
    this.#atLastSleep = undefined;
  }

  /** Whether nobody has heard of it though it lives: it computes without end, or waits for what nobody sees. */
  get isComputing(): boolean {
    return this.#told === undefined && !this.#isKilled && !this.actor.isGone;
  }

  end(): ProcessEnd {
    const { pid } = this.actor.run;
    const told = this.#told;
    const base = { name: this.name, pid };
    switch (told?.type) {
      case 'done':
        return told.error === undefined ? { ...base, state: 'over' } : { ...base, state: 'failed', error: told.error };
      case 'before':
        return { ...base, state: 'waiting', before: told.operations };
      case 'outside':
        return this.isOutside
          ? { ...base, state: 'outside', resources: told.resources }
          : { ...base, state: 'waiting', before: [] };
      default:
        return { ...base, state: this.#isKilled ? 'killed' : this.isComputing ? 'computing' : 'gone' };
    }
  }
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

function dueOf(operation: Operation): number {
  return operation.until ?? Number.NEGATIVE_INFINITY;
}
