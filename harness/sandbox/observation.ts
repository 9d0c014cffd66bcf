import type { ProcessEntry } from '../processes/entry.ts';
import type { Exit, RunEvent } from '../timeline/events.ts';
import { Births, commandOf } from './births.ts';
import type { Doing } from './evidence.ts';
import { type Excess, ExcessMeter } from './excess.ts';
import { GateRegister } from './gate-register.ts';
import type { JournalReader } from './journal-reader.ts';
import type { Limits } from './limits.ts';
import type { Look, Members } from './members.ts';
import type { CapturedOutput } from './output.ts';
import { OwnTime } from './own-time.ts';
import { RestMeter } from './rest.ts';
import type { Watched } from './watcher.ts';

/** Looks in a row, all after the end of the scenario's own process, that must agree on who is left: one can miss who is just forked. */
const AGREEING_LOOKS = 2;
/** When all have ended, their output has an end. Where it has none, somebody holds it who is none of the run's. */
const LOOKS_WITHOUT_END = 25;

/**
 * What is known of a run while it goes on: its events, its members, and whether it goes too far. It decides nothing: it calls
 * `onChange` after each look and `onExcess` once.
 */
export class Observation implements Watched {
  readonly since: number;
  readonly events: RunEvent[] = [];
  readonly gates = new GateRegister();
  readonly members: Members;
  readonly output: { stdout: CapturedOutput; stderr: CapturedOutput };
  /** When the last look at the process table began. */
  seenAt = 0;
  /** For how long nothing has happened, milliseconds. */
  restedMs = 0;
  /** For how long one that is left has been about its own business since the scenario's own process ended, milliseconds. */
  leftMs = 0;
  /** Why the process table could not be read the last time. */
  failure: unknown;
  onChange: () => void = () => {};
  onExcess: (excess: Excess) => void = () => {};
  /** Called when there are too many processes, before it is known who they are. */
  onCrowd: () => void = () => {};
  /** Called when a further look, a turn of the event loop later, would settle whether the run is over. */
  onUnsettled: () => void = () => {};

  readonly #leader: number;
  readonly #journal: JournalReader;
  readonly #rest = new RestMeter();
  readonly #left = new OwnTime();
  readonly #meter: ExcessMeter;
  readonly #births = new Births();
  #exit: (Exit & { at: number }) | undefined;
  #agreeingLooks = 0;
  #hasTurned = false;
  #bytesAtBeat = 0;
  #bytesAtLook = 0;
  #excess: Excess | undefined;

  constructor(
    parts: { leader: number; members: Members; journal: JournalReader; output: Observation['output']; since: number },
    limits: Limits,
  ) {
    this.#leader = parts.leader;
    this.members = parts.members;
    this.output = parts.output;
    this.since = parts.since;
    this.#journal = parts.journal;
    this.#meter = new ExcessMeter(limits, parts.since);
  }

  /** How the scenario's own process ended, and when that was known. */
  get exit(): (Exit & { at: number }) | undefined {
    return this.#exit;
  }

  /** Whether the scenario's own process has ended, and who else is left is known for sure: nobody is just being started. */
  get isSettled(): boolean {
    const looks = this.members.alive.length > 0 || this.#isOutputAtEnd ? AGREEING_LOOKS : LOOKS_WITHOUT_END;
    return this.#exit !== undefined && this.#agreeingLooks >= looks && !this.members.hasHidden;
  }

  /** Whether nothing can happen any more: all have ended, and all that they wrote has arrived. */
  get isOver(): boolean {
    return this.isSettled && this.members.alive.length === 0;
  }

  /** Whether what the processes tell cannot arrive, since they have removed the sandbox's own directory. */
  get isDeaf(): boolean {
    return this.#journal.isDeleted;
  }

  beat(): void {
    this.#readJournal();
    if (this.#bytesWritten() !== this.#bytesAtBeat) {
      this.#bytesAtBeat = this.#bytesWritten();
      this.disturb();
    }

    const isFlood = [this.output.stdout, this.output.stderr, this.#journal].some((one) => one.isFlood);
    this.#goTooFar(isFlood ? 'over output' : undefined);
    this.noteTurn();
    this.onChange();
  }

  glance(entries: readonly ProcessEntry[]): void {
    if (this.#meter.isCrowd(this.members.countInSessions(entries))) {
      this.onCrowd();
    }
  }

  see(entries: readonly ProcessEntry[], look: Look, at: number): void {
    this.failure = undefined;
    // The journal first: what a process told before it ended stands before its end.
    this.#readJournal();
    const changes = this.members.update(entries, look);
    this.seenAt = at;
    this.events.push(...changes.born.map((member) => this.#births.add(member, at)));

    for (const { pid } of changes.gone) {
      // The end of the scenario's own process is told by its exit, with the status.
      if (pid !== this.#leader) {
        this.events.push({ type: 'gone', pid, at });
      }
    }

    for (const { member, from } of changes.adopted) {
      this.events.push({ type: 'adopted', pid: member.pid, at, from, by: member.ppid });
    }

    const hasChanged = Object.values(changes).some(({ length }) => length > 0);
    if (hasChanged) {
      this.disturb();
    }

    this.#births.refresh(this.members);
    // Looks can follow each other with nothing read in between: what was written meanwhile has not come in.
    if (this.#hasTurned) {
      this.restedMs = this.#rest.look(this.members.alive, at);
    }

    this.#settle(hasChanged, at);
    this.#hasTurned = false;
    const excess = this.#meter.judge(this.members, at);
    this.#goTooFar(this.isOver ? undefined : excess);
    this.onChange();
  }

  /** A turn of the event loop is over: all output that had been written when it began has been read. */
  noteTurn(): void {
    this.#hasTurned = true;
  }

  fail(error: unknown): void {
    this.failure = error;
    this.onChange();
  }

  /** The scenario's own process has ended. */
  noteExit(exit: Exit, at: number): void {
    this.#readJournal();
    this.#exit = { ...exit, at };
    this.#agreeingLooks = 0;
    this.events.push({ type: 'gone', pid: this.#leader, at, exit });
    this.disturb();
    this.onUnsettled();
  }

  /** The test did something (opened a gate, sent a signal): the run gets its full time again. */
  disturb(): void {
    this.restedMs = 0;
    this.#rest.disturb();
    this.#meter.noteWord(this.members.alive);
  }

  /** What every member is doing now. */
  doing(at: number): Doing[] {
    return this.members.alive.map((member) => {
      const gate = this.gates.gatesOf(member.pid).at(-1);
      return {
        pid: member.pid,
        ppid: member.ppid,
        command: commandOf(member),
        state: member.state,
        cpuMs: member.cpuMs,
        ageMs: Math.max(0, Math.round(at - member.startTime)),
        ...(gate === undefined ? {} : { gate }),
      };
    });
  }

  /** Takes in what the journal still holds, and closes it. */
  close(): void {
    this.#readJournal();
    this.#journal.close();
  }

  #readJournal(): void {
    const told = this.#journal.read();
    // One by one: a flood has more events than a call can have arguments.
    for (const event of told) {
      this.events.push(event);
      this.gates.note(event);
      if (event.type === 'spawned') {
        this.#meter.noteSpawn();
      }
    }

    if (told.length > 0) {
      this.disturb();
    }
  }

  #settle(hasChanged: boolean, at: number): void {
    if (this.#exit === undefined || at < this.#exit.at) {
      return;
    }

    this.leftMs = this.#left.look(this.members.alive, at);
    const bytes = this.#bytesWritten();
    // Output counts only when nobody is left to write more.
    if (hasChanged || (bytes !== this.#bytesAtLook && this.members.alive.length === 0)) {
      this.#agreeingLooks = 1;
    } else if (this.#hasTurned) {
      this.#agreeingLooks += 1;
    }

    this.#bytesAtLook = bytes;
    if (!this.isSettled) {
      this.onUnsettled();
    }
  }

  get #isOutputAtEnd(): boolean {
    return this.output.stdout.isAtEnd && this.output.stderr.isAtEnd;
  }

  #bytesWritten(): number {
    return this.output.stdout.bytes + this.output.stderr.bytes;
  }

  #goTooFar(excess: Excess | undefined): void {
    if (this.#excess === undefined && excess !== undefined) {
      this.#excess = excess;
      this.onExcess(excess);
    }
  }
}
