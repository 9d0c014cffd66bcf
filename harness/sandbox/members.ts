import { isOver, type ProcessDetails, type ProcessEntry } from '../processes/entry.ts';
import { ancestorsOf } from '../processes/family.ts';
import { type SessionChange, Sessions } from './sessions.ts';

/** A process that belongs to a sandbox. */
export interface Member extends ProcessEntry {
  details: ProcessDetails | undefined;
}

/** What differs between two looks at the process table. */
export interface Changes {
  born: Member[];
  gone: Member[];
  /** Who has come and ended since the last look: what is seen is a zombie. */
  passed: ProcessEntry[];
  adopted: { member: Member; from: number }[];
}

/** How a sandbox's own processes are told from the rest of the machine. */
export interface Signs {
  /** The sandbox's directory; its processes carry it in their environment and stand in it. */
  directory: string;
  /** Milliseconds on CLOCK_MONOTONIC: whoever is older cannot be a member. */
  since: number;
  /** Pid of whoever asks, the test runner or the guardian. Neither it nor an ancestor of it is ever a member. */
  self: number;
  /** Is told what becomes of the sandbox's sessions. */
  onSession?: (change: SessionChange) => void;
  /** Whether anybody is in a process group; asked of the kernel if not given. */
  groupExists?: (group: number) => boolean;
}

/** The closer look at a process, as far as it was had. */
export type Look = (entry: ProcessEntry) => ProcessDetails | undefined;

/** By so much start times can be too early: 10 ms (procfs), 1 s (ps), 2 s (ps on Linux). */
export const START_TIME_SLACK_MS = 2_100;
/** Adopts the orphans of its pid namespace, where no subreaper among their ancestors does (`prctl(2)`). */
const INIT_PID = 1;

/** What one look at the process table means for all candidates. */
interface Scene {
  look: Look;
  /** Whoever asks and its ancestors. Nobody but they, or init, can adopt a sandbox's orphans. */
  lineage: ReadonlySet<number>;
  alivePids: Set<number>;
}

/**
 * The processes of one sandbox. A member is known by any of four signs: a parent who is a member, its session, the token in its
 * environment, its working directory. Each alone can be escaped (a double fork, setsid, `env: {}`, chdir), three at once too;
 * who escapes all four is found if a look fell between his steps. Once a member, always a member.
 */
export class Members {
  readonly #signs: Signs;
  readonly #sessions: Sessions;
  readonly #alive = new Map<string, Member>();
  readonly #identities = new Set<string>();
  #zombies: ProcessEntry[] = [];
  #hasPassed = false;

  constructor(signs: Signs) {
    this.#signs = signs;
    this.#sessions = new Sessions(signs.onSession, signs.groupExists);
  }

  /**
   * Names a session of the sandbox before it is seen in the table.
   * @param session pid of its leader
   * @param leader the leader's identity, where it is known
   */
  expectSession(session: number, leader?: string): void {
    this.#sessions.add(session, leader);
  }

  /** Sessions of the sandbox that are not over. */
  get sessions(): number[] {
    return this.#sessions.numbers;
  }

  /** Whether there is reason to believe that somebody lives whom the last look did not show. */
  get hasHidden(): boolean {
    return this.#hasPassed || this.#sessions.hasHidden;
  }

  /** Members that have not ended, oldest first. */
  get alive(): Member[] {
    return [...this.#alive.values()];
  }

  /** Those that have ended and that their parents have not collected, as the last look showed. */
  get zombies(): ProcessEntry[] {
    return this.#zombies;
  }

  /** All members there ever were. */
  get count(): number {
    return this.#identities.size;
  }

  /** How many processes live in the sandbox's own sessions: what can be told without a closer look. */
  countInSessions(entries: readonly ProcessEntry[]): number {
    return entries.filter((entry) => this.#sessions.has(entry.session) && !isOver(entry)).length;
  }

  /** Whether the member's process group lies within the sandbox, so that a signal to the group hits nobody else. */
  ownsGroup({ session, group }: Member): boolean {
    return this.#sessions.has(session) && group > INIT_PID;
  }

  /** Ends the book: no session counts as the sandbox's any more. */
  close(): void {
    this.#sessions.clear();
  }

  /**
   * Takes a fresh look.
   * @param entries the whole process table
   */
  update(entries: readonly ProcessEntry[], look: Look): Changes {
    const changes: Changes = { born: [], gone: [], adopted: [], passed: [] };
    const present = new Map(entries.map((entry) => [entry.identity, entry]));
    this.#sessions.review(entries);

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
    this.#notePassed(entries, changes.passed);
    this.#zombies = entries.filter((entry) => isOver(entry) && this.#identities.has(entry.identity));
    return changes;
  }

  // Who ends so soon may have started another one before.
  #notePassed(entries: readonly ProcessEntry[], passed: ProcessEntry[]): void {
    for (const entry of entries) {
      if (isOver(entry) && this.#sessions.has(entry.session) && !this.#identities.has(entry.identity)) {
        this.#identities.add(entry.identity);
        passed.push(entry);
      }
    }

    this.#hasPassed = passed.length > 0;
  }

  #addNewcomers(entries: readonly ProcessEntry[], look: Look, born: Member[]): void {
    const { self, since } = this.#signs;
    const lineage = new Set([self, ...ancestorsOf(entries, self).map(({ pid }) => pid)]);
    const scene = { look, lineage, alivePids: new Set(this.alive.map(({ pid }) => pid)) };
    const candidates = entries.filter(
      (entry) =>
        !this.#alive.has(entry.identity) &&
        !isOver(entry) &&
        !lineage.has(entry.pid) &&
        entry.startTime + START_TIME_SLACK_MS >= since,
    );

    // A child may stand before its parent in the table: go round until nobody new is found.
    for (let found = true; found; ) {
      found = false;
      for (const entry of candidates) {
        if (!this.#alive.has(entry.identity) && this.#belongs(entry, scene)) {
          born.push(this.#add(entry, scene));
          found = true;
        }
      }
    }
  }

  #belongs(entry: ProcessEntry, { look, lineage, alivePids }: Scene): boolean {
    if (this.#identities.has(entry.identity) || alivePids.has(entry.ppid)) {
      return true;
    }

    // A leader is seen in its parent's session for the moment between fork and setsid.
    if (this.#sessions.has(entry.session) || this.#sessions.has(entry.pid)) {
      return true;
    }

    const { directory } = this.#signs;
    const { token, cwd } = look(entry) ?? {};
    if (isWithin(token, directory)) {
      return true;
    }

    // A stranger may stand there too, a shell's `ls` for example. He has a parent of his own; who has escaped was adopted.
    return isWithin(cwd, directory) && (lineage.has(entry.ppid) || entry.ppid === INIT_PID);
  }

  #add(entry: ProcessEntry, { look, alivePids }: Scene): Member {
    const member = { ...entry, details: look(entry) };
    this.#identities.add(member.identity);
    this.#alive.set(member.identity, member);
    alivePids.add(member.pid);
    this.#noteSession(member);
    return member;
  }

  // Only a session that a member leads: one who was found by his directory alone may live in a stranger's.
  #noteSession({ session, pid, identity }: Member): void {
    if (session === pid) {
      this.#sessions.add(session, identity);
    }
  }
}

/** What Linux puts behind the working directory of a process when that was removed (`proc_pid_cwd(5)`). */
const DELETED = / \(deleted\)$/;

function isWithin(path: string | undefined, directory: string): boolean {
  const place = path?.replace(DELETED, '');
  return place !== undefined && (place === directory || place.startsWith(`${directory}/`));
}
