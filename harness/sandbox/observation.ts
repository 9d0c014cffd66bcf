import type { ProcessDetails, ProcessEntry } from '../processes/entry.ts';
import type { Exit, RunEvent } from '../timeline/events.ts';
import type { Doing, Ending } from './evidence.ts';
import type { JournalReader } from './journal-reader.ts';
import type { Limits } from './limits.ts';
import type { Member, Members } from './members.ts';
import type { CapturedOutput } from './output.ts';
import { RestMeter } from './rest.ts';
import type { Watched } from './watcher.ts';

type BornEvent = Extract<RunEvent, { type: 'born' }>;

/** Reasons of the sandbox's own to end a run. */
export type Excess = Extract<Ending, 'over budget' | 'over output' | 'over time'>;

/**
 * What is known of a run while it goes on: its events, its members, and whether it goes too far. It decides nothing: it calls
 * `onChange` after each look and `onExcess` once.
 */
export class Observation implements Watched {
  readonly since: number;
  readonly events: RunEvent[] = [];
  readonly members: Members;
  readonly output: { stdout: CapturedOutput; stderr: CapturedOutput };
  /** How the scenario's own process ended, and when that was known. */
  exit: (Exit & { at: number }) | undefined;
  /** When the process table was last looked at. */
  seenAt = 0;
  /** For how long nothing has happened, milliseconds. */
  restedMs = 0;
  onChange: () => void = () => {};
  onExcess: (excess: Excess) => void = () => {};

  readonly #leader: number;
  readonly #journal: JournalReader;
  readonly #limits: Limits;
  readonly #rest = new RestMeter();
  readonly #births = new Map<string, BornEvent>();
  /** Processor time of each member when the run last told something. */
  #cpuAtLastWord = new Map<string, number>();
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
    this.#limits = limits;
  }

  beat(at: number): void {
    this.#readJournal();
    const { stdout, stderr } = this.output;
    if (stdout.isFlood || stderr.isFlood || this.#journal.isFlood) {
      this.#goTooFar('over output');
    } else if (at - this.since > this.#limits.wallMs && this.members.alive.length > 0) {
      this.#goTooFar('over time');
    }

    this.onChange();
  }

  see(entries: readonly ProcessEntry[], look: (entry: ProcessEntry) => ProcessDetails | undefined, at: number): void {
    // The journal first: what a process told before it ended stands before its end.
    this.#readJournal();
    const changes = this.members.update(entries, look);
    this.seenAt = at;
    for (const member of changes.born) {
      this.#addBirth(member, at);
    }

    for (const { pid } of changes.gone) {
      // The end of the scenario's own process is told by its exit, with the status.
      if (pid !== this.#leader) {
        this.events.push({ type: 'gone', pid, at });
      }
    }

    for (const { member, from } of changes.adopted) {
      this.events.push({ type: 'adopted', pid: member.pid, at, from, by: member.ppid });
    }

    if (changes.born.length + changes.gone.length + changes.adopted.length > 0) {
      this.disturb();
    }

    this.#refreshCommands();
    this.restedMs = this.#rest.look(this.members.alive, at);
    this.#checkExcess();
    this.onChange();
  }

  /** The test did something (opened a gate, sent a signal): the run gets its full time again. */
  disturb(): void {
    this.restedMs = 0;
    this.#rest.disturb();
    this.#cpuAtLastWord = new Map(this.members.alive.map(({ identity, cpuMs }) => [identity, cpuMs]));
  }

  /** What every member is doing now. */
  doing(at: number): Doing[] {
    return this.members.alive.map((member) => {
      const gate = this.gateOf(member.pid);
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

  /** The gate at which a process waits. */
  gateOf(pid: number): string | undefined {
    const last = this.events.findLast(
      (event) => (event.type === 'gate-reached' || event.type === 'gate-passed') && event.pid === pid,
    );
    return last?.type === 'gate-reached' ? last.name : undefined;
  }

  /** Takes in what the journal still holds, and closes it. */
  close(): void {
    this.events.push(...this.#journal.read());
    this.#journal.close();
  }

  #readJournal(): void {
    const told = this.#journal.read();
    if (told.length > 0) {
      this.events.push(...told);
      this.disturb();
    }
  }

  #addBirth(member: Member, at: number): void {
    const event: BornEvent = {
      type: 'born',
      pid: member.pid,
      ppid: member.ppid,
      at,
      startTime: member.startTime,
      command: commandOf(member),
    };
    this.#births.set(member.identity, event);
    this.events.push(event);
  }

  // Between fork and exec a child still shows its parent's command line.
  #refreshCommands(): void {
    for (const member of this.members.alive) {
      const birth = this.#births.get(member.identity);
      if (birth !== undefined) {
        birth.command = commandOf(member);
      }
    }
  }

  #checkExcess(): void {
    if (this.members.alive.length > this.#limits.processes || this.members.count > this.#limits.births) {
      this.#goTooFar('over budget');
    } else if (this.members.alive.some((member) => this.#isSpinning(member))) {
      this.#goTooFar('over time');
    }
  }

  #isSpinning({ identity, cpuMs }: Member): boolean {
    return cpuMs - (this.#cpuAtLastWord.get(identity) ?? 0) > this.#limits.spinMs;
  }

  #goTooFar(excess: Excess): void {
    if (this.#excess === undefined) {
      this.#excess = excess;
      this.onExcess(excess);
    }
  }
}

function commandOf({ details, name }: Member): string {
  const command = details?.command.join(' ') ?? '';
  return command === '' ? name : command;
}
