import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isOver } from './entry.ts';
import { processTable } from './table.ts';

/** The shell ends at once. `cat` reads a pipe whose other end is ours, so it ends with us, however we end. */
const MAKE_ORPHAN = 'cat <&3 &';

/**
 * Who adopts the orphans among the processes that are started from here: the nearest ancestor that asked for them
 * (PR_SET_CHILD_SUBREAPER in `prctl(2)`: a desktop's systemd, the supervisor of a container), or else pid 1. Found by making an
 * orphan and looking whose child it is.
 * @returns the adopter's pid
 * @throws {Error} when the orphan cannot be made, or does not show in the process table
 */
export async function findAdopter(): Promise<number> {
  // Detached: the shell leads a process group, by which the orphan is known when the shell is gone.
  const shell = spawn('sh', ['-c', MAKE_ORPHAN], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  try {
    // By the time that a parent's end is told, the kernel has handed its children on (exit_notify in Linux's kernel/exit.c).
    await once(shell, 'exit');
    const entries = await processTable().list();
    const orphan = entries.find((entry) => entry.group === shell.pid && !isOver(entry));
    if (orphan === undefined) {
      throw new Error(`Expected an orphan of the shell ${shell.pid} in the process table, and there is none.`);
    }

    return orphan.ppid;
  } finally {
    shell.stdio[3]?.destroy();
  }
}
