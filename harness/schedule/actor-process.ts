import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Run } from '../sandbox/run.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startTicksOf } from './identities.ts';
import type { Command, Report } from './protocol.ts';

const program = fileURLToPath(new URL('./actor/main.ts', import.meta.url));

/** Such a process works for as long as the exploration does, and tells its journal nothing. Its steps have a limit each. */
const LIMITS = { wallMs: Number.POSITIVE_INFINITY, spinMs: Number.POSITIVE_INFINITY };

/** A process under control, as its controller has it: told one thing at a time, it reports one thing back. */
export class ActorProcess {
  readonly run: Run;
  /** When it began, as the system tells it (`startTicksOf`). */
  readonly startTicks: string | undefined;
  #received = '';
  readonly #reports: Report[] = [];
  readonly #sandbox: Sandbox;
  #isGone = false;
  #wake: () => void = () => {};

  private constructor(run: Run, sandbox: Sandbox) {
    this.run = run;
    this.#sandbox = sandbox;
    this.startTicks = startTicksOf(run.pid);
    run.channel.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    // It died, or was killed: whatever was on its way to it is lost.
    run.channel
      .on('error', () => {})
      .on('close', () => {
        this.#isGone = true;
        this.#wake();
      });
  }

  /** Starts one, and waits until it can be told something. */
  static async start(sandbox: Sandbox): Promise<ActorProcess> {
    const run = await sandbox.playFile(program, 'a process under control', { channel: true, limits: LIMITS });
    const actor = new ActorProcess(run, sandbox);
    await actor.report();
    return actor;
  }

  get isGone(): boolean {
    return this.#isGone && this.#reports.length === 0;
  }

  send(command: Command): void {
    this.run.channel.write(`${JSON.stringify(command)}\n`);
  }

  /** What has come and was not taken yet. */
  takeReport(): Report | undefined {
    return this.#reports.shift();
  }

  /** The next report; undefined when the process is gone, or nothing came for `limitMs`. */
  async report(limitMs = Number.POSITIVE_INFINITY): Promise<Report | undefined> {
    if (this.#reports.length === 0 && !this.#isGone) {
      await new Promise<void>((resolve) => {
        const timer = Number.isFinite(limitMs) ? setTimeout(resolve, limitMs) : undefined;
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }

    return this.#reports.shift();
  }

  /**
   * Kills it, and waits until it is dead: no step of it is made any more, and whoever asks the system for it sees that. What it may have
   * started lives on, as it would anywhere, until the sandbox is closed.
   */
  async kill(): Promise<void> {
    if (this.run.exit === undefined) {
      process.kill(this.run.pid, 'SIGKILL');
    }

    while (!this.#isGone) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }

    // Its files are closed a moment before it counts as dead.
    while (this.run.exit === undefined) {
      await setImmediate();
    }

    void this.#sandbox.letGo(this.run);
  }

  #take(text: string): void {
    const lines = (this.#received + text).split('\n');
    this.#received = lines.pop() ?? '';
    for (const line of lines) {
      this.#reports.push(JSON.parse(line) as Report);
    }

    this.#wake();
  }
}
