/** What happened in a run, process by process: plain data. All times are milliseconds on CLOCK_MONOTONIC. */
export interface Timeline {
  /** The first birth. */
  from: number;
  /** The last death; when somebody was still alive, the end of the run or the last that was heard of it. */
  to: number;
  /** In order of the tree (main, child 1, child 1.1, child 2, ...), siblings in order of birth. */
  processes: ProcessHistory[];
}

export interface ProcessHistory {
  pid: number;
  /** Its first parent; 0 when nobody saw which. */
  ppid: number;
  /** Unique in a timeline: `main`, `child 1`, `child 1.2` (a grandchild), or `orphan 1` when its parent is not known. */
  label: string;
  /** Its first parent's label: a process that was adopted keeps its place. Absent for `main` and orphans. */
  parent?: string;
  /** Command line as far as it is known, else the program's path, else empty. */
  command: string;
  bornAt: number;
  /** Absent as long as it was alive. */
  endedAt?: number;
  /** Present when, and only when, `endedAt` is. */
  end?: ProcessEnd;
  adoptions: Adoption[];
  marks: Mark[];
  gates: GateWait[];
  waits: ChildWait[];
}

export type ProcessEnd =
  /** By itself; the code as the parent gets it, 0 to 255. */
  | { kind: 'exit'; code: number }
  /** By a signal; `signal` is absent when nobody saw who sent which. */
  | { kind: 'signal'; signal?: string }
  | { kind: 'killed by the sandbox' }
  /** It ended and nobody saw how: only Node processes tell. */
  | { kind: 'unknown' };

/** Its parent ended and another process took its place. */
export interface Adoption {
  at: number;
  /** Pid of the parent that ended. */
  from: number;
  /** Pid of the adopter. */
  by: number;
}

export interface Mark {
  at: number;
  name: string;
}

/** A wait at a gate of the test's. */
export interface GateWait {
  name: string;
  from: number;
  /** Absent when it never went through. */
  to?: number;
}

/** From when a process listened for the end of a child until the child, or the process itself, ended. */
export interface ChildWait {
  /** The child's label. */
  child: string;
  pid: number;
  from: number;
  /** Absent when it was still waiting. */
  to?: number;
}
