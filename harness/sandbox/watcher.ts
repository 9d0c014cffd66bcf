import type { ProcessDetails, ProcessEntry, ProcessTable } from '../processes/entry.ts';
import { processTable } from '../processes/table.ts';
import { monotonicMs, SANDBOX_VARIABLE } from './journal-writer.ts';
import { type Look, START_TIME_SLACK_MS } from './members.ts';

/** Looks at what costs little (journals, output) and at the whole process table. */
const BEAT_MS = 5;
const LOOK_MS = 20;
/** A process this young may not have loaded its program yet: its command line is read again. */
const YOUNG_MS = 250;

/** One run, as the watcher sees it. */
export interface Watched {
  /** Nobody older than this (milliseconds on CLOCK_MONOTONIC) interests it. */
  readonly since: number;
  /** Called every few milliseconds, each time in another turn of the event loop. */
  beat(): void;
  /** Called as soon as the table has been read: the closer look takes its time where there are many processes. */
  glance(entries: readonly ProcessEntry[]): void;
  /**
   * Called after each look at the process table that began when this was watched already.
   * @param at when the look began: what happened later may or may not be seen
   */
  see(entries: readonly ProcessEntry[], look: Look, at: number): void;
  /** Called when the process table could not be read, and nobody waits for that look. */
  fail(error: unknown): void;
}

/** What is known of a process beyond its entry, and the name that it had then: another name is another program (execve(2)). */
interface Known {
  name: string;
  details: ProcessDetails | undefined;
}

/** Reads the process table once for all runs that go on in this thread. */
export class Watcher {
  readonly #table: ProcessTable;
  readonly #watched = new Set<Watched>();
  #known = new Map<string, Known>();
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
        this.#known.clear();
      }
    };
  }

  /**
   * Looks at the process table now. What the caller did before the call is seen.
   * @throws what the reader of the table throws
   */
  async look(): Promise<void> {
    // One that is under way may have read the table before the caller acted. Whether it succeeds is not the caller's concern.
    await this.#looking?.catch(() => {});
    await this.#lookOnce();
  }

  #beat(): void {
    const at = monotonicMs();
    for (const one of this.#watched) {
      one.beat();
    }

    if (this.#looking === undefined && at - this.#lookedAt >= LOOK_MS) {
      this.#lookOnce().catch((error: unknown) => {
        for (const one of this.#watched) {
          one.fail(error);
        }
      });
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
    // Whoever comes to be watched during the look cannot tell what it means for him.
    const watched = [...this.#watched];
    try {
      const entries = await this.#table.list();
      for (const one of watched) {
        one.glance(entries);
      }

      await this.#inspectNewcomers(entries, begun);
      for (const one of watched.filter((candidate) => this.#watched.has(candidate))) {
        one.see(entries, ({ identity }) => this.#known.get(identity)?.details, begun);
      }
    } finally {
      // Counted from the end and stretched for a slow reader (ps), so that looking never fills the time between two looks.
      const ended = monotonicMs();
      this.#lookedAt = ended + 3 * (ended - begun);
    }
  }

  async #inspectNewcomers(entries: readonly ProcessEntry[], at: number): Promise<void> {
    const since = Math.min(...[...this.#watched].map((one) => one.since));
    const candidates = entries.filter(({ startTime }) => startTime + START_TIME_SLACK_MS >= since);
    const newcomers = candidates.filter(
      ({ identity, name, startTime }) => this.#known.get(identity)?.name !== name || at - startTime < YOUNG_MS,
    );
    const details =
      newcomers.length === 0
        ? new Map<number, ProcessDetails>()
        : await this.#table.inspect(
            newcomers.map(({ pid }) => pid),
            SANDBOX_VARIABLE,
          );

    // Only of those that are still there: a long test run sees very many processes.
    this.#known = new Map(
      candidates.map(({ identity, name, pid }) => [
        identity,
        { name, details: details.get(pid) ?? this.#known.get(identity)?.details },
      ]),
    );
  }
}

let shared: Watcher | undefined;

/** The watcher of this thread. */
export function sharedWatcher(): Watcher {
  shared ??= new Watcher();
  return shared;
}
