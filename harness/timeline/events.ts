/** A place in a learner's file. */
export interface Site {
  /** Relative to the workbook, e.g. `katas/05-join/join.ts`. */
  file: string;
  line: number;
  /** The function in which it stands; absent at the top level of the module. */
  function?: string;
}

interface Told {
  /** The process that wrote the line. */
  pid: number;
  /** Its parent at that moment. */
  ppid: number;
  /** Milliseconds on CLOCK_MONOTONIC, comparable between all processes of the machine. */
  at: number;
}

/** What processes of a run tell about themselves: each is one line of the run's journal. */
export type JournalEvent =
  /** A Node process began, before any module of its program was loaded. */
  | (Told & { type: 'awake'; program: string })
  | (Told & { type: 'mark'; name: string; data?: unknown })
  | (Told & { type: 'gate-reached'; name: string })
  | (Told & { type: 'gate-passed'; name: string })
  /** From now on its clock goes so many times as fast. */
  | (Told & { type: 'time-sped-up'; factor: number })
  /** It started a child through node:child_process. */
  | (Told & { type: 'spawned'; child: number; command: string; site?: Site })
  /** It began to listen for the end of a child. */
  | (Told & { type: 'waits'; child: number; site?: Site })
  /** It ends by itself: return, process.exit or an uncaught error. A killed process never says so. */
  | (Told & { type: 'leaving'; code: number; site?: Site });

interface Seen {
  pid: number;
  at: number;
}

/** What the sandbox saw from outside. */
export type ObservedEvent =
  | (Seen & { type: 'born'; ppid: number; startTime: number; command: string })
  /** Ended; `exit` is known only for the scenario's own process. */
  | (Seen & { type: 'gone'; exit?: Exit })
  /** Its parent ended and another took its place. */
  | (Seen & { type: 'adopted'; from: number; by: number })
  /** The sandbox sent it a signal, for the test (`test`) or to end the run (`sandbox`). */
  | (Seen & { type: 'signalled'; signal: string; by: 'test' | 'sandbox' })
  | { type: 'gate-opened'; name: string; at: number };

export type RunEvent = JournalEvent | ObservedEvent;

/** How a process ended: one of the two is null. */
export interface Exit {
  code: number | null;
  signal: string | null;
}
