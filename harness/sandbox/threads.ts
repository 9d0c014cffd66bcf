import { readdirSync, readFileSync } from 'node:fs';

/**
 * Whether some thread of a process computes, or waits for a core or a disk. The process table tells the state of the first thread
 * only, and Node's first thread sleeps while another one loads modules or does a piece of work for it. Costs about 15 us a
 * thread; where there is no procfs, nobody is ever found.
 * @see proc_pid_task(5)
 */
export function hasBusyThread(pid: number): boolean {
  try {
    const threads = `/proc/${pid}/task`;
    return readdirSync(threads).some((thread) => isBusy(readFileSync(`${threads}/${thread}/stat`, 'utf8')));
  } catch {
    // It, or one of its threads, ended in the meantime: what is left of it is seen by the next look.
    return false;
  }
}

function isBusy(stat: string): boolean {
  // The name in parentheses may hold anything.
  const state = stat.charAt(stat.lastIndexOf(')') + 2);
  return state === 'R' || state === 'D';
}
