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
 * Makes of a text one in which the processes are called by their names, and the directory of the run has none: the same of what
 * processes wrote in two runs in which they did the same.
 */
export function withoutIdentities(directory: string, identities: readonly Identity[]): (text: string) => string {
  const names = new Map(
    identities.flatMap(({ name, pid, startTicks }) => [
      ...(startTicks === undefined ? [] : [[startTicks, `<start of ${name}>`] as const]),
      [String(pid), `<${name}>`] as const,
    ]),
  );
  const numbers = new RegExp(`\\b(?:${[...names.keys()].join('|')})\\b`, 'g');
  return (text) => text.replaceAll(directory, '.').replaceAll(numbers, (number) => names.get(number) ?? number);
}
