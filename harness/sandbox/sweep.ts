import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from './journal-writer.ts';
import type { Member, Members } from './members.ts';

/** Between two looks while the killed ones die: a node process takes 3 to 6 ms. */
const PAUSE_MS = 2;
/** SIGKILL works at once but for a process that hangs in the kernel. */
const LIMIT_MS = 10_000;
/** A look at the table can miss whoever is forked during it. */
const CLEAN_LOOKS = 2;

/** A process that not even SIGKILL ended. */
export class SweepError extends Error {
  readonly code = 'SWEEP_FAILED';
}

/**
 * Ends every member and whatever they start meanwhile. All are stopped before the first is killed, so that nobody is left
 * to replace the dead; a whole process group gets its signal in one system call, which a fork cannot slip through.
 * @param members who
 * @param look brings `members` up to date
 * @param tell is told each signal
 * @throws {SweepError} when somebody survives SIGKILL for ten seconds
 */
export async function sweep(
  members: Members,
  look: () => Promise<void>,
  tell: (member: Member, signal: NodeJS.Signals) => void = () => {},
): Promise<void> {
  const limit = monotonicMs() + LIMIT_MS;
  for (let clean = 0; clean < CLEAN_LOOKS; ) {
    await look();
    if (members.alive.length === 0) {
      clean += 1;
      continue;
    }

    clean = 0;
    if (monotonicMs() > limit) {
      throw new SweepError(`Still there after SIGKILL: ${members.alive.map(({ pid, name }) => `${pid} ${name}`)}`);
    }

    const stopped = signalAll(members, 'SIGSTOP');
    await look();
    if (members.alive.every(({ identity }) => stopped.has(identity))) {
      for (const member of members.alive) {
        tell(member, 'SIGKILL');
      }

      signalAll(members, 'SIGKILL');
      await pause(PAUSE_MS);
    }
  }
}

function signalAll(members: Members, signal: NodeJS.Signals): Set<string> {
  const groups = new Set<number>();
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
