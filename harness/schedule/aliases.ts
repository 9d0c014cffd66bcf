import { readFileSync } from 'node:fs';

/** What tells a process of this run from others, and is another one in each: it does not make two runs different. */
export interface Identity {
  name: string;
  pid: number;
  /** Since the system started, clock ticks (proc_pid_stat(5)); undefined where there is no procfs. */
  startTicks: string | undefined;
}

export function startTicksOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/**
 * A text in which the processes are called by their names, and the directory of the run has none.
 * @returns the same for what processes wrote in two runs in which they did the same
 */
export function withoutIdentities(text: string, directory: string, identities: readonly Identity[]): string {
  let same = text.replaceAll(directory, '.');
  for (const { name, pid, startTicks } of identities) {
    same = same.replaceAll(new RegExp(`\\b${pid}\\b`, 'g'), `<${name}>`);
    if (startTicks !== undefined) {
      same = same.replaceAll(new RegExp(`\\b${startTicks}\\b`, 'g'), `<start of ${name}>`);
    }
  }

  return same;
}
