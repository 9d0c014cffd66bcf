import { isOver, type ProcessDetails, type ProcessEntry } from '../processes/entry.ts';

/** A process that belongs to a sandbox. */
export interface Member extends ProcessEntry {
  details: ProcessDetails | undefined;
}

/** What differs between two looks at the process table. */
export interface Changes {
  born: Member[];
  gone: Member[];
  adopted: { member: Member; from: number }[];
}

/** How a sandbox's own processes are told from the rest of the machine. */
export interface Signs {
  /** The sandbox's directory; its processes carry it in their environment and stand in it. */
  directory: string;
  /** Milliseconds on CLOCK_MONOTONIC: whoever is older cannot be a member. */
  since: number;
  /** Pids that are never members, e.g. the test runner's. */
  never: ReadonlySet<number>;
  /** Is told each session of the sandbox, once. */
  onSession?: (session: number) => void;
}

/** Start times come with a resolution of 10 ms (procfs) or 1 s (ps). */
const START_TIME_SLACK_MS = 1_100;

/**
 * The processes of one sandbox. A member is known by any of four signs: the token in its environment, its session, its working
 * directory, or a parent who is a member. Each alone can be escaped (`env: {}`, setsid, chdir, a double fork). Once a member,
 * always a member.
 */
export class Members {
  readonly #signs: Signs;
  readonly #alive = new Map<string, Member>();
  readonly #identities = new Set<string>();
  readonly #sessions = new Set<number>();

  constructor(signs: Signs) {
    this.#signs = signs;
  }

  /** Names a session of the sandbox, by its leader's pid, before it is seen in the table. */
  expectSession(session: number): void {
    if (!this.#sessions.has(session)) {
      this.#sessions.add(session);
      this.#signs.onSession?.(session);
    }
  }

  /** Members that have not ended, oldest first. */
  get alive(): Member[] {
    return [...this.#alive.values()];
  }

  /** All members there ever were. */
  get count(): number {
    return this.#identities.size;
  }

  /** Whether that process group lies within the sandbox, so that a signal to the group hits nobody else. */
  ownsGroup(member: Member): boolean {
    return member.session !== undefined && this.#sessions.has(member.session) && member.group > 1;
  }

  /**
   * Takes a fresh look.
   * @param entries the whole process table
   * @param look the closer look at a process, as far as it was had
   */
  update(entries: readonly ProcessEntry[], look: (entry: ProcessEntry) => ProcessDetails | undefined): Changes {
    const changes: Changes = { born: [], gone: [], adopted: [] };
    const present = new Map(entries.map((entry) => [entry.identity, entry]));

    for (const [identity, member] of this.#alive) {
      const entry = present.get(identity);
      if (entry === undefined || isOver(entry)) {
        this.#alive.delete(identity);
        changes.gone.push(member);
        continue;
      }

      if (entry.ppid !== member.ppid) {
        changes.adopted.push({ member, from: member.ppid });
      }

      Object.assign(member, entry, { details: look(entry) ?? member.details });
      this.#noteSession(member);
    }

    this.#addNewcomers(entries, look, changes.born);
    return changes;
  }

  #addNewcomers(
    entries: readonly ProcessEntry[],
    look: (entry: ProcessEntry) => ProcessDetails | undefined,
    born: Member[],
  ): void {
    const alivePids = new Set(this.alive.map(({ pid }) => pid));
    const candidates = entries.filter(
      (entry) => !this.#alive.has(entry.identity) && !isOver(entry) && this.#mayBelong(entry),
    );

    // A child may stand before its parent in the table: go round until nobody new is found.
    for (let found = true; found; ) {
      found = false;
      for (const entry of candidates) {
        if (!this.#alive.has(entry.identity) && this.#belongs(entry, alivePids, look)) {
          const member = { ...entry, details: look(entry) };
          this.#remember(member);
          alivePids.add(entry.pid);
          born.push(member);
          found = true;
        }
      }
    }
  }

  #mayBelong(entry: ProcessEntry): boolean {
    return !this.#signs.never.has(entry.pid) && entry.startTime + START_TIME_SLACK_MS >= this.#signs.since;
  }

  #belongs(
    entry: ProcessEntry,
    alivePids: ReadonlySet<number>,
    look: (entry: ProcessEntry) => ProcessDetails | undefined,
  ): boolean {
    if (this.#identities.has(entry.identity) || alivePids.has(entry.ppid)) {
      return true;
    }

    // A leader is seen in its parent's session for the moment between fork and setsid.
    if (this.#sessions.has(entry.pid) || (entry.session !== undefined && this.#sessions.has(entry.session))) {
      return true;
    }

    const details = look(entry);
    return isWithin(details?.token, this.#signs.directory) || isWithin(details?.cwd, this.#signs.directory);
  }

  #remember(member: Member): void {
    this.#identities.add(member.identity);
    this.#alive.set(member.identity, member);
    this.#noteSession(member);
  }

  // Only sessions that a member leads: one found by its directory alone may live in a stranger's (a shell that looks around).
  #noteSession(member: Member): void {
    if (member.session === member.pid) {
      this.expectSession(member.session);
    }
  }
}

function isWithin(path: string | undefined, directory: string): boolean {
  return path !== undefined && (path === directory || path.startsWith(`${directory}/`));
}
