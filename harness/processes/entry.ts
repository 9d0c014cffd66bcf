/** One process as the operating system's table shows it at one moment. */
export interface ProcessEntry {
  pid: number;
  ppid: number;
  /** Process group id (`setpgid(2)`). */
  group: number;
  /** Session id (`setsid(2)`); `undefined` where the platform does not say (macOS). */
  session: number | undefined;
  /** One letter: R running, S sleeping, D in uninterruptible sleep, T stopped, Z zombie, ... */
  state: string;
  /**
   * Milliseconds on the clock of `process.hrtime` (CLOCK_MONOTONIC), rounded down: up to 10 ms early from procfs, 1 s from ps (2 s
   * from that of Linux, which rounds twice).
   */
  startTime: number;
  /** Processor time used so far, user and system, in milliseconds (resolution 10 ms; from the ps of Linux, 1 s). */
  cpuMs: number;
  /**
   * The kernel's short name of the program: at most 15 bytes on Linux, and whatever characters it likes, line breaks and nothing at
   * all included. A program can change it, so decide nothing by it.
   */
  name: string;
  /**
   * Tells this process from a later one with the same pid. Equal in two listings of the same table when, and only when, it is
   * the same process.
   */
  identity: string;
}

/**
 * What takes a closer look, and permission: `undefined` where it could not be seen (gone, a zombie, another user's). A child that
 * has not finished its `execve(2)` shows what its parent has, or nothing.
 */
export interface ProcessDetails {
  /** The command line, an argument an element where the platform keeps them apart. Empty for a zombie. */
  command: string[];
  /** Current working directory; Linux writes ` (deleted)` behind one that was removed. */
  cwd: string | undefined;
  /** Value of the environment variable asked for, as it was when the program was loaded. */
  token: string | undefined;
}

/** A reader of the process table. Every reader gives the same answers, as far as the platform lets it. */
export interface ProcessTable {
  readonly source: 'procfs' | 'ps';
  /** Every process on the machine, zombies included. A process that ends while we look is left out. */
  list(): Promise<ProcessEntry[]>;
  /**
   * A closer look at some of them. A pid that is gone is not in the answer.
   * @param pids which
   * @param tokenName the environment variable whose value is wanted
   */
  inspect(pids: readonly number[], tokenName: string): Promise<Map<number, ProcessDetails>>;
}

/** Whether it has ended: a zombie has, and only waits for its parent (or a slow init) to collect its status. */
export function isOver(entry: ProcessEntry | undefined): boolean {
  return entry === undefined || entry.state === 'Z' || entry.state === 'X';
}
