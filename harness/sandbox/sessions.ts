import type { ProcessEntry } from '../processes/entry.ts';

/** A session is looked for so often before it counts as over: a look can miss whoever is forked during it. */
const LOOKS_IN_VAIN = 2;

interface Session {
  /** Identity of its leader, once that was seen. */
  leader: string | undefined;
  looksInVain: number;
  /** Nobody is seen in it, and yet its first process group is there. */
  isHidden: boolean;
}

/** A session begins to count, its leader is known, or it is over. */
export interface SessionChange {
  session: number;
  leader?: string;
  isOver: boolean;
}

/**
 * The sessions (`setsid(2)`) that belong to a sandbox. A session's number is the pid of its leader, and Linux gives it to nobody else
 * as long as anybody is in the session. When all have left it may go to a stranger: so a session is forgotten as soon as it is over.
 */
export class Sessions {
  readonly #known = new Map<number, Session>();
  readonly #onChange: (change: SessionChange) => void;
  readonly #groupExists: (group: number) => boolean;

  constructor(onChange: (change: SessionChange) => void = () => {}, existsGroup = groupExists) {
    this.#onChange = onChange;
    this.#groupExists = existsGroup;
  }

  /** The numbers of all that are not over. */
  get numbers(): number[] {
    return [...this.#known.keys()];
  }

  /**
   * Whether somebody is there whom the last look did not show: a process that starts its successor and ends, again and again, is
   * always gone when its entry is read.
   */
  get hasHidden(): boolean {
    return [...this.#known.values()].some(({ isHidden }) => isHidden);
  }

  has(session: number | undefined): boolean {
    return session !== undefined && this.#known.has(session);
  }

  /**
   * Adds a session, or its leader's identity to one that is known.
   * @param session pid of its leader, who may not be in the table yet
   * @param leader identity of that leader, where it is known
   */
  add(session: number, leader?: string): void {
    const known = this.#known.get(session);
    if (known !== undefined && (leader === undefined || known.leader === leader)) {
      return;
    }

    this.#known.set(session, { leader, looksInVain: 0, isHidden: false });
    this.#onChange({ session, isOver: false, ...(leader === undefined ? {} : { leader }) });
  }

  /** Forgets those that are over, judged by a fresh look at the whole process table. */
  review(entries: readonly ProcessEntry[]): void {
    const leaders = new Map(entries.map(({ pid, identity }) => [pid, identity]));
    const peopled = new Set(entries.map(({ session }) => session));
    for (const [number, session] of this.#known) {
      const leader = leaders.get(number);
      const isEmpty = leader === undefined && !peopled.has(number);
      session.isHidden = isEmpty && this.#groupExists(number);
      session.looksInVain = isEmpty && !session.isHidden ? session.looksInVain + 1 : 0;
      const isRecycled = leader !== undefined && session.leader !== undefined && leader !== session.leader;
      if (isRecycled || session.looksInVain >= LOOKS_IN_VAIN) {
        this.#forget(number);
      }
    }
  }

  /** Forgets them all. */
  clear(): void {
    for (const number of this.#known.keys()) {
      this.#forget(number);
    }
  }

  #forget(session: number): void {
    this.#known.delete(session);
    this.#onChange({ session, isOver: true });
  }
}

/** Asks the kernel whether anybody is in a process group, without a signal (`kill(2)`). */
function groupExists(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
