import type { Duplex } from 'node:stream';
import type { ProcessEntry } from '../processes/entry.ts';
import type { SocketEntry } from '../processes/socket.ts';
import { socketTable } from '../processes/sockets.ts';
import type { Exit, JournalEvent } from '../timeline/events.ts';
import { Client, type ConnectOptions } from './client.ts';
import { Conclusion, type ConclusionParts } from './conclusion.ts';
import type { Evidence } from './evidence.ts';
import { Gate } from './gate.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { monotonicMs } from './journal-writer.ts';
import type { Limits } from './limits.ts';
import type { Observation } from './observation.ts';
import { signalAll } from './sweep.ts';
import { type Aim, Waiting, type WaitOptions } from './waiting.ts';

/** A mark that a process of the run made. */
export type Mark = Extract<JournalEvent, { type: 'mark' }>;

/** What `Run` is built from; see play.ts. */
export interface RunParts extends ConclusionParts {
  scenario: string;
  pid: number;
  /** The sandbox's own directory (journal, gates). */
  directory: string;
  limits: Limits;
  /** The line to the scenario's own process, when one was asked for. */
  channel?: Duplex;
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
  readonly #conclusion: Conclusion;
  readonly #clients: Client[] = [];
  #isClosed = false;

  constructor(parts: RunParts) {
    this.scenario = parts.scenario;
    this.pid = parts.pid;
    this.directory = parts.workDirectory;
    this.#parts = parts;
    this.#conclusion = new Conclusion(parts);
    this.#waiting = new Waiting(parts.observation, parts.limits, () => this.#whyOver());
    this.#waiting.onGivingUp = () => this.#conclusion.noteDoing();
    parts.observation.onCrowd = () => void signalAll(parts.observation.members, 'SIGSTOP');
    parts.observation.onExcess = (excess) => {
      this.#conclusion.stop(excess);
      this.#waiting.check();
    };
  }

  /**
   * The line to the scenario's own process.
   * @throws {Error} when none was asked for
   */
  get channel(): Duplex {
    if (this.#parts.channel === undefined) {
      throw new Error('This run has no channel: play it with the option `channel`.');
    }

    return this.#parts.channel;
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
    return this.#conclusion.excess !== undefined;
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

  /** The run's processes that have ended and are in the table still: nobody has collected their status. */
  async zombies(): Promise<readonly ProcessEntry[]> {
    await this.#parts.watcher.look();
    return this.#observation.members.zombies;
  }

  /** What the last look at the process table showed of a process of the run, a zombie too; undefined if it was not there. */
  seen(pid: number): ProcessEntry | undefined {
    const { alive, zombies } = this.#observation.members;
    return [...alive, ...zombies].find((entry) => entry.pid === pid);
  }

  /** Waits until a process of the run has ended. */
  async gone(pid: number, options?: WaitOptions): Promise<void> {
    const isAlive = () => this.#observation.members.alive.some((member) => member.pid === pid);
    await this.#parts.watcher.look();
    const aim = { expected: `process ${pid} to end`, saw: () => 'it is still there' };
    await this.until(() => (isAlive() ? undefined : true), aim, options);
  }

  /** Waits until a process of the run has ended and its parent has collected its status: until then it is a zombie (`wait(2)`). */
  async reaped(pid: number, options?: WaitOptions): Promise<void> {
    const { members } = this.#observation;
    await this.gone(pid, options);
    const isZombie = () => members.zombies.some((zombie) => zombie.pid === pid);
    const aim = { expected: `process ${pid} to be collected by its parent`, saw: () => 'it is still there, a zombie' };
    await this.until(() => (isZombie() ? undefined : true), aim, options);
  }

  /** The TCP sockets that the run's processes hold now. */
  async sockets(): Promise<SocketEntry[]> {
    const members = await this.processes();
    return socketTable().list(members.map(({ pid }) => pid));
  }

  /**
   * Connects a client of the test's own to a program of the run that listens at 127.0.0.1. It ends with the run.
   * @throws {ShortfallError} when there is no connection
   */
  async connect(port: number, { first, ...options }: ConnectOptions = {}): Promise<Client> {
    const client = new Client(port, first, this.#observation, this.#waiting);
    this.#clients.push(client);
    await client.connected(options);
    return client;
  }

  /**
   * Sends a signal to a process of the run, a zombie too.
   * @throws {Error} when that process is not, or no longer, one of the run's
   */
  async signal(signal: NodeJS.Signals, pid = this.pid): Promise<void> {
    await this.#parts.watcher.look();
    if (this.seen(pid) === undefined) {
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
    const observation = this.#observation;
    const { limits, survivors } = this.#parts;
    const aim = { expected: 'the program to end', saw: () => 'it did not end' };
    // A run that was stopped has ended too, but not as it should.
    await this.until(() => (this.#conclusion.excess === undefined ? observation.exit : undefined), aim, options);
    await this.until(
      () => {
        const { restedMs, leftMs, isSettled, members } = observation;
        const isPatienceOver = restedMs > limits.leftRestMs || leftMs > limits.leftWorkMs;
        return isSettled && (members.alive.length <= survivors || isPatienceOver) ? true : undefined;
      },
      { expected: 'all that the program started to end', saw: () => 'some went on' },
      { restMs: Number.POSITIVE_INFINITY },
    );
    this.#conclusion.checkLeft();
    this.#conclusion.finish('by itself');
    return this;
  }

  /** Waits, however long that takes, until the scenario's own process and all that it started have ended. */
  async emptied(): Promise<void> {
    const aim = { expected: 'all of the run to end', saw: () => 'some went on' };
    await this.until(() => (this.#observation.isOver ? true : undefined), aim, { restMs: Number.POSITIVE_INFINITY });
  }

  /**
   * Ends the run whatever state it is in: nothing of it is left afterwards.
   * @throws {ShortfallError} `left-processes-behind` when the scenario had ended by itself and left more than was declared,
   *   unless `ended` has thrown it already
   */
  async close(): Promise<void> {
    const { ending, left } = this.#conclusion;
    try {
      if (ending === undefined && left.length === 0 && this.exit !== undefined) {
        await this.ended();
      }
    } finally {
      this.#conclusion.finish('by the test');
      for (const client of this.#clients) {
        client.destroy();
      }

      try {
        await this.#conclusion.end();
      } finally {
        this.#isClosed = true;
        this.#waiting.check();
      }
    }
  }

  /** Everything that is known, as plain data. */
  evidence(): Evidence {
    return gatherEvidence(this, this.#parts, this.#conclusion);
  }

  get #observation(): Observation {
    return this.#parts.observation;
  }

  #whyOver() {
    return this.#conclusion.excess ?? (this.#isClosed || this.#observation.isOver ? 'run over' : undefined);
  }
}
