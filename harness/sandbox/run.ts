import { existsSync } from 'node:fs';
import type { ProcessEntry } from '../processes/entry.ts';
import type { Exit, JournalEvent } from '../timeline/events.ts';
import type { Doing, Ending, Evidence } from './evidence.ts';
import { Gate } from './gate.ts';
import { monotonicMs } from './journal-writer.ts';
import type { Limits } from './limits.ts';
import type { Excess, Observation } from './observation.ts';
import { ShortfallError } from './shortfall.ts';
import { sweep } from './sweep.ts';
import { type Aim, Waiting, type WaitOptions } from './waiting.ts';
import type { Watcher } from './watcher.ts';

/** A mark that a process of the run made. */
export type Mark = Extract<JournalEvent, { type: 'mark' }>;

/** What `Run` is built from; see play.ts. */
export interface RunParts {
  scenario: string;
  pid: number;
  /** The sandbox's own directory (journal, gates), and the one in which the processes work. */
  directory: string;
  workDirectory: string;
  observation: Observation;
  watcher: Watcher;
  limits: Limits;
  survivors: number;
  /** Settles once both output streams have ended. */
  outputEnded: Promise<unknown>;
  /** Stops watching and removes the directory. */
  dispose: () => Promise<void>;
}

/** One play of a scenario: its processes as a test sees, steers and judges them. */
export class Run {
  readonly scenario: string;
  /** Pid of the scenario's own process. */
  readonly pid: number;
  /** The working directory of the scenario: files that the answer shares lie here. */
  readonly directory: string;

  readonly #parts: RunParts;
  readonly #waiting: Waiting;
  #ending: Ending | undefined;
  #endedAt: number | undefined;
  #sweeping: Promise<void> | undefined;
  #disposed: Promise<void> | undefined;
  #directoryIsThere: boolean | undefined;
  #doing: Doing[] = [];
  #left: Doing[] = [];

  constructor(parts: RunParts) {
    this.scenario = parts.scenario;
    this.pid = parts.pid;
    this.directory = parts.workDirectory;
    this.#parts = parts;
    this.#waiting = new Waiting(parts.observation, parts.limits, () => this.#whyOver());
    this.#waiting.onGivingUp = () => this.#noteDoing();
    parts.observation.onExcess = (excess) => this.#stop(excess);
  }

  get stdout(): string {
    return this.#observation.output.stdout.text;
  }

  get stderr(): string {
    return this.#observation.output.stderr.text;
  }

  /** How the scenario's own process ended; undefined while it runs. */
  get exit(): Exit | undefined {
    const exit = this.#observation.exit;
    return exit === undefined ? undefined : { code: exit.code, signal: exit.signal };
  }

  /** Whether the sandbox had to stop it: too many processes, too much output, no end. */
  get wentTooFar(): boolean {
    return this.#ending?.startsWith('over') ?? false;
  }

  gate(name: string): Gate {
    return new Gate(name, this.#parts.directory, this.#observation, this.#waiting);
  }

  /** The marks made so far, in order; those of one name, or all. */
  marks(name?: string): Mark[] {
    return this.#observation.events.filter(
      (event): event is Mark => event.type === 'mark' && (name === undefined || event.name === name),
    );
  }

  /**
   * Waits for marks of a name.
   * @param options `count`: how many (1)
   * @returns the last one waited for
   */
  async mark(name: string, { count = 1, ...options }: WaitOptions & { count?: number } = {}): Promise<Mark> {
    const aim = {
      expected: count === 1 ? `'${name}' to happen` : `'${name}' to happen ${count} times`,
      saw: () => (this.marks(name).length === 0 ? 'it did not happen' : `it happened ${this.marks(name).length} times`),
    };
    return this.until(() => this.marks(name)[count - 1], aim, options);
  }

  /** Waits for any cause that can be read off this run. Looked at after every look at the process table and the journal. */
  until<T>(cause: () => T | undefined, aim: Aim, options?: WaitOptions): Promise<T> {
    return this.#waiting.until(cause, aim, options);
  }

  /** The run's processes that have not ended, as the table shows them now. */
  async processes(): Promise<ProcessEntry[]> {
    await this.#parts.watcher.look();
    return this.#observation.members.alive;
  }

  /** Waits until a process of the run has ended. */
  async gone(pid: number, options?: WaitOptions): Promise<void> {
    const isAlive = () => this.#observation.members.alive.some((member) => member.pid === pid);
    await this.#parts.watcher.look();
    const aim = { expected: `process ${pid} to end`, saw: () => 'it is still there' };
    await this.until(() => (isAlive() ? undefined : true), aim, options);
  }

  /**
   * Sends a signal to a process of the run.
   * @throws {Error} when that process is not, or no longer, one of the run's
   */
  async signal(signal: NodeJS.Signals, pid = this.pid): Promise<void> {
    const members = await this.processes();
    if (!members.some((member) => member.pid === pid)) {
      throw new Error(`No process ${pid} in this run to send ${signal} to.`);
    }

    this.#observation.events.push({ type: 'signalled', pid, at: monotonicMs(), signal, by: 'test' });
    this.#observation.disturb();
    process.kill(pid, signal);
  }

  /** Closes the reading end of the scenario's output, as a terminal does that is closed: who writes there gets EPIPE. */
  hangUp(): void {
    this.#observation.output.stdout.hangUp();
    this.#observation.output.stderr.hangUp();
  }

  /**
   * Waits for the scenario's own process to end, and for all that it started but the declared survivors.
   * @throws {ShortfallError} `left-processes-behind` when more is left than was declared
   */
  async ended(options?: WaitOptions): Promise<this> {
    const aim = { expected: 'the program to end', saw: () => 'it did not end' };
    const limits = this.#parts.limits;
    await this.until(
      () => {
        const { exit, seenAt, restedMs, members } = this.#observation;
        if (exit === undefined || seenAt < exit.at) {
          return undefined;
        }

        const isSettled =
          members.alive.length <= this.#parts.survivors ||
          restedMs > limits.leftRestMs ||
          seenAt - exit.at > limits.leftWorkMs;
        return isSettled ? true : undefined;
      },
      aim,
      options,
    );
    this.#checkLeft();
    this.#finish('by itself');
    if (this.#observation.members.alive.length === 0) {
      await this.#parts.outputEnded;
    }

    return this;
  }

  /**
   * Ends the run whatever state it is in: nothing of it is left afterwards.
   * @throws {ShortfallError} `left-processes-behind` when the scenario had ended by itself and left more than was declared
   */
  async close(): Promise<void> {
    try {
      if (this.#ending === undefined && this.exit !== undefined) {
        await this.ended();
      }
    } finally {
      this.#finish('by the test');
      await this.#sweep();
      this.#directoryIsThere ??= existsSync(this.directory);
      this.#disposed ??= this.#parts.dispose();
      await this.#disposed;
    }
  }

  /** Everything that is known, as plain data. */
  evidence(): Evidence {
    const exit = this.exit;
    return {
      scenario: this.scenario,
      pid: this.pid,
      ending: this.#ending ?? 'by the test',
      ...(exit === undefined ? {} : { exit }),
      elapsedMs: (this.#endedAt ?? monotonicMs()) - this.#observation.since,
      stdout: shorten(this.stdout),
      stderr: shorten(this.stderr),
      outputBytes: this.#observation.output.stdout.bytes + this.#observation.output.stderr.bytes,
      directoryIsThere: this.#directoryIsThere ?? existsSync(this.directory),
      events: this.#observation.events,
      doing: this.#doing,
      left: this.#left,
      budget: this.#parts.limits.processes,
    };
  }

  get #observation(): Observation {
    return this.#parts.observation;
  }

  #whyOver(): 'run over' | Excess | undefined {
    if (this.#ending !== undefined && this.#ending !== 'by itself' && this.#ending !== 'by the test') {
      return this.#ending;
    }

    const { exit, members, seenAt } = this.#observation;
    return exit !== undefined && seenAt > exit.at && members.alive.length === 0 ? 'run over' : undefined;
  }

  #stop(excess: Excess): void {
    if (this.#ending === undefined) {
      this.#noteDoing();
      this.#finish(excess);
      this.#waiting.check();
      // A failure to sweep is thrown by close(), which awaits the same promise.
      this.#sweep().catch(() => {});
    }
  }

  #finish(ending: Ending): void {
    this.#ending ??= ending;
    this.#endedAt ??= monotonicMs();
  }

  #noteDoing(): void {
    if (this.#doing.length === 0) {
      this.#doing = this.#observation.doing(monotonicMs());
    }
  }

  #checkLeft(): void {
    const { survivors } = this.#parts;
    const left = this.#observation.doing(monotonicMs());
    if (left.length <= survivors) {
      return;
    }

    this.#left = left;
    const list = left.map(({ pid, ppid, command }) => `pid ${pid} (parent ${ppid}): ${command}`).join('\n');
    throw new ShortfallError({
      expected: survivors === 0 ? 'nothing left when the program had ended' : `at most ${survivors} left`,
      saw: `${left.length} still there\n${list}`,
      diagnosis: 'left-processes-behind',
    });
  }

  #sweep(): Promise<void> {
    const { observation, watcher } = this.#parts;
    this.#sweeping ??= sweep(
      observation.members,
      () => watcher.look(),
      ({ pid }, signal) =>
        observation.events.push({ type: 'signalled', pid, at: monotonicMs(), signal, by: 'sandbox' }),
    );
    return this.#sweeping;
  }
}

const SHOWN_CHARACTERS = 6_000;

function shorten(text: string): string {
  const half = SHOWN_CHARACTERS / 2;
  return text.length <= SHOWN_CHARACTERS
    ? text
    : `${text.slice(0, half)}\n... ${text.length - SHOWN_CHARACTERS} characters left out ...\n${text.slice(-half)}`;
}
