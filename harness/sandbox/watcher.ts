import type { ProcessDetails, ProcessEntry, ProcessTable } from '../processes/entry.ts';
import { processTable } from '../processes/table.ts';
import { monotonicMs, SANDBOX_VARIABLE } from './journal-writer.ts';

/** Looks at what costs little (journals, output) and at the whole process table. */
const BEAT_MS = 5;
const LOOK_MS = 20;
/** A process this young may not have loaded its program yet: its command line is read again. */
const YOUNG_MS = 250;

/** One run, as the watcher sees it. */
export interface Watched {
  /** Nobody older than this (milliseconds on CLOCK_MONOTONIC) interests it. */
  readonly since: number;
  /** Called every few milliseconds. */
  beat(at: number): void;
  /** Called after each look at the process table. */
  see(entries: readonly ProcessEntry[], look: (entry: ProcessEntry) => ProcessDetails | undefined, at: number): void;
}

/** Reads the process table once for all runs that go on in this thread. */
export class Watcher {
  readonly #table: ProcessTable;
  readonly #watched = new Set<Watched>();
  readonly #seen = new Map<string, ProcessDetails | undefined>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #lookedAt = 0;

  constructor(table: ProcessTable = processTable()) {
    this.#table = table;
  }

  /** Starts to watch; call what it returns to stop. */
  watch(one: Watched): () => void {
    this.#watched.add(one);
    this.#timer ??= setInterval(() => this.#beat(), BEAT_MS);
    return () => {
      this.#watched.delete(one);
      if (this.#watched.size === 0) {
        clearInterval(this.#timer);
        this.#timer = undefined;
        this.#seen.clear();
      }
    };
  }

  /** Looks at the process table now. What the caller did before the call is seen. */
  async look(): Promise<void> {
    // One that is under way may have read the table before the caller acted.
    await this.#looking;
    await this.#lookOnce();
  }

  #beat(): void {
    const at = monotonicMs();
    for (const one of this.#watched) {
      one.beat(at);
    }

    if (this.#looking === undefined && at - this.#lookedAt >= LOOK_MS) {
      void this.#lookOnce();
    }
  }

  #lookOnce(): Promise<void> {
    this.#looking ??= this.#readTable().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #readTable(): Promise<void> {
    const begun = monotonicMs();
    const entries = await this.#table.list();
    await this.#inspectNewcomers(entries, begun);
    const at = monotonicMs();
    // Counted from the end and stretched for a slow reader (ps), so that looking never fills the time between two looks.
    this.#lookedAt = at + 3 * (at - begun);
    for (const one of this.#watched) {
      one.see(entries, ({ identity }) => this.#seen.get(identity), at);
    }
  }

  async #inspectNewcomers(entries: readonly ProcessEntry[], at: number): Promise<void> {
    const since = Math.min(...[...this.#watched].map((one) => one.since));
    const newcomers = entries.filter(
      ({ identity, startTime }) =>
        startTime > since - 2_000 && (!this.#seen.has(identity) || at - startTime < YOUNG_MS),
    );
    if (newcomers.length === 0) {
      return;
    }

    const details = await this.#table.inspect(
      newcomers.map(({ pid }) => pid),
      SANDBOX_VARIABLE,
    );
    for (const { identity, pid } of newcomers) {
      this.#seen.set(identity, details.get(pid) ?? this.#seen.get(identity));
    }
  }
}

let shared: Watcher | undefined;

/** The watcher of this thread. */
export function sharedWatcher(): Watcher {
  shared ??= new Watcher();
  return shared;
}
