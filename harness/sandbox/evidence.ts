import type { Exit, RunEvent } from '../timeline/events.ts';

/** Why a run is over, or why a wait in it was given up. */
export type Ending =
  /** Its first process ended, and so did all that it had started. */
  | 'by itself'
  /** The test was over, or asked for the end. */
  | 'by the test'
  /** More processes at once than the budget allows: most likely a fork bomb. */
  | 'over budget'
  /** It wrote far more than anybody can read. */
  | 'over output'
  /** The wall-clock limit passed. */
  | 'over time';

/** What one process of a run was doing at a given moment. */
export interface Doing {
  pid: number;
  ppid: number;
  /** Command line, shortened to what a reader needs. */
  command: string;
  /** State letter of the process table. */
  state: string;
  /** Processor time so far, in milliseconds. */
  cpuMs: number;
  /** Milliseconds since it was started. */
  ageMs: number;
  /** The gate at which it waits. */
  gate?: string;
}

/** All that is known of one run when a test is over: plain data, so that it can travel between threads and into JSON. */
export interface Evidence {
  /** The scenario's name, e.g. `three-children`. */
  scenario: string;
  /** Pid of the scenario's own process. */
  pid: number;
  ending: Ending;
  /** How the scenario's own process ended; absent when the sandbox had to end it. */
  exit?: Exit;
  elapsedMs: number;
  /** What was written, shortened in the middle. */
  stdout: string;
  stderr: string;
  /** How much was written in all, kept or not. */
  outputBytes: number;
  /** Whether the directory in which the scenario works was still there at the end: an answer can delete it. */
  directoryIsThere: boolean;
  events: RunEvent[];
  /** What every process was doing when the run, or a wait in it, was given up; empty when nothing was. */
  doing: Doing[];
  /** Processes that were still there after the end and that the test had not declared. */
  left: Doing[];
  /** Number of processes at once that the sandbox allowed. */
  budget: number;
}

/** What a failed wait or matcher tells: own properties of the thrown error, so that they survive serialisation. */
export interface Shortfall {
  /** One line: what a right answer does. */
  expected: string;
  /** One line or more: what was seen, with pids. */
  saw: string;
  /** Why the wait was given up; absent for a matcher. */
  gaveUp?: 'at rest' | 'run over' | 'over budget' | 'over output' | 'over time';
  /** Stable name of what this failure usually means, e.g. `joined-before-all-started`. */
  diagnosis?: string;
}

declare module 'vitest' {
  interface TaskMeta {
    /** The runs of this test. Set when the test failed, or when the evidence was asked for. */
    runs?: Evidence[];
  }
}
