/** One line of the process table, as far as we need it. */
export interface Stat {
  pid: number;
  /** The program's short name. It may hold spaces and parentheses. */
  name: string;
  /** One letter: R running, S sleeping, T stopped, Z zombie, and some others. */
  state: string;
  /** The parent's pid. */
  ppid: number;
}

/**
 * Reads a line of the process table.
 * @param line what stands in `/proc/PID/stat` (`proc_pid_stat(5)`), e.g. `4711 (node) S 4710 4711 4700 34816 4711 ...`
 */
export function parseStat(line: string): Stat {
  throw new Error('parseStat is not written yet: npm run hint 08');
}

/**
 * What state a process is in now, whoever started it.
 * @returns its letter; undefined when there is no process of that pid
 */
export function stateOf(pid: number): string | undefined {
  throw new Error('stateOf is not written yet: npm run hint 08');
}

/**
 * Makes a zombie, and returns when it is one. It stays one at least until our event loop turns.
 * @returns its pid
 */
export function makeZombie(): number {
  throw new Error('makeZombie is not written yet: npm run hint 08');
}

/** Has every zombie taken out of the table that `makeZombie` has made: when this is over, none of them is there. */
export function reap(): Promise<void> {
  throw new Error('reap is not written yet: npm run hint 08');
}
