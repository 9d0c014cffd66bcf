import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from './journal-writer.ts';
import type { Member, Members } from './members.ts';

/** Between two looks while the killed ones die: a node process takes 3 to 6 ms. */
const PAUSE_MS = 2;
/** SIGKILL works at once but for a process that hangs in the kernel, or on a machine that is loaded beyond measure. */
const LIMIT_MS = 20_000;
/** A look at the table can miss whoever is forked during it. */
const CLEAN_LOOKS = 2;

/** A process that not even SIGKILL ended, or a process table that could not be read. */
export class SweepError extends Error {
  override readonly name = 'SweepError';
  readonly code = 'SWEEP_FAILED';
}

/**
 * Ends every member and whatever they start meanwhile. All are stopped before the first is killed, so that nobody is left
 * to replace the dead; a whole process group gets its signal in one system call, which a fork cannot slip through (`kill(2)`).
 * @param members who
 * @param look brings `members` up to date; a failed one is tried again
 * @param tell is told once of each member that gets SIGKILL
 * @throws {SweepError} when somebody survives SIGKILL for twenty seconds, or no look succeeds for as long
 */
export async function sweep(
  members: Members,
  look: () => Promise<void>,
  tell: (member: Member) => void = () => {},
): Promise<void> {
  const limit = monotonicMs() + LIMIT_MS;
  const told = new Set<string>();
  let failure: unknown;
  // At once, before the first look: looking takes the longer the more they are.
  let stopped = signalAll(members, 'SIGSTOP');
  for (let clean = 0; clean < CLEAN_LOOKS; ) {
    if (monotonicMs() > limit) {
      throw new SweepError(describe(members.alive), { cause: failure });
    }

    try {
      await look();
    } catch (error) {
      failure = error;
      await pause(PAUSE_MS);
      continue;
    }

    const { alive, hasHidden } = members;
    clean = alive.length === 0 && !hasHidden ? clean + 1 : 0;
    if (alive.some(({ identity }) => !stopped.has(identity))) {
      stopped = signalAll(members, 'SIGSTOP');
    } else if (alive.length > 0 || hasHidden) {
      for (const member of alive.filter(({ identity }) => !told.has(identity))) {
        told.add(member.identity);
        tell(member);
      }

      signalAll(members, 'SIGKILL');
      await pause(PAUSE_MS);
    }
  }

  // A process whose first thread alone has ended looks like a zombie (pthread_exit(3)), and may have been stopped above.
  signalAll(members, 'SIGKILL');
}

function describe(left: readonly Member[]): string {
  const [first] = left;
  return first === undefined
    ? 'The process table could not be read.'
    : `Still there after SIGKILL: ${left.length}, ${first.name} (pid ${first.pid}) among them.`;
}

/**
 * Sends a signal to all members, to whole groups where these are the sandbox's own.
 * @returns the identities of those who got it
 */
export function signalAll(members: Members, signal: NodeJS.Signals): Set<string> {
  // Each session's first group even if nobody was seen in it: a process that forks and ends all the time slips through looks.
  const groups = new Set(members.sessions);
  for (const member of members.alive) {
    if (members.ownsGroup(member)) {
      groups.add(member.group);
    } else {
      send(member.pid, signal);
    }
  }

  for (const group of groups) {
    send(-group, signal);
  }

  return new Set(members.alive.map(({ identity }) => identity));
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}
