import type { JournalEvent } from '../timeline/events.ts';

/** Which processes have come to which gates, and who still stands there, as the journal tells it. */
export class GateRegister {
  /** By gate: pids in order of arrival. */
  readonly #arrivals = new Map<string, Set<number>>();
  /** By pid: gates reached and not passed, each as often as parts of that process stand there; the latest reached last. */
  readonly #standing = new Map<number, string[]>();

  note(event: JournalEvent): void {
    if (event.type === 'gate-reached') {
      this.#arrivals.set(event.name, (this.#arrivals.get(event.name) ?? new Set()).add(event.pid));
      this.#standing.set(event.pid, [...this.gatesOf(event.pid), event.name]);
    } else if (event.type === 'gate-passed') {
      const gates = this.gatesOf(event.pid);
      const passed = gates.indexOf(event.name);
      this.#standing.set(
        event.pid,
        gates.filter((_, index) => index !== passed),
      );
    }
  }

  /** Pids of all that ever came to a gate, in order of arrival. */
  arrivalsAt(gate: string): number[] {
    return [...(this.#arrivals.get(gate) ?? [])];
  }

  /** The gates at which a process waits; the latest reached last. */
  gatesOf(pid: number): readonly string[] {
    return this.#standing.get(pid) ?? [];
  }
}
