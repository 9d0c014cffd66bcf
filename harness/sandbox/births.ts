import type { RunEvent } from '../timeline/events.ts';
import type { Member, Members } from './members.ts';

type BornEvent = Extract<RunEvent, { type: 'born' }>;

/** The birth events of a run's processes, whose command lines are known for sure only later. */
export class Births {
  readonly #events = new Map<string, BornEvent>();

  /** The event of a birth, as it was seen at a given moment. */
  add(member: Member, at: number): BornEvent {
    const { pid, ppid, startTime } = member;
    const event: BornEvent = { type: 'born', pid, ppid, at, startTime, command: commandOf(member) };
    this.#events.set(member.identity, event);
    return event;
  }

  /** Corrects the command lines: between fork and exec a child still shows its parent's. */
  refresh({ alive }: Members): void {
    for (const member of alive) {
      const event = this.#events.get(member.identity);
      if (event !== undefined) {
        event.command = commandOf(member);
      }
    }
  }
}

/** The command line of a process, or its name where that is not to be had. */
export function commandOf({ details, name }: Member): string {
  const command = details?.command.join(' ') ?? '';
  return command === '' ? name : command;
}
