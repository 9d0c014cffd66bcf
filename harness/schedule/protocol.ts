import type { Operation, Outcome } from './operation.ts';

/** File descriptor at which a process under control talks with its controller, a JSON text a line. */
export const CHANNEL_FD = 3;

/** A program for one process of a run. */
export interface Program {
  /** URL of its module, whose default export is called. */
  module: string;
  /** Given to that function after the name of the process. */
  args: readonly unknown[];
}

/** What the controller says. */
export type Command =
  | {
      type: 'run';
      /** Each run loads the modules of the kata afresh. */
      number: number;
      process: string;
      program: Program;
      /** The real path of what the processes of this run share; also the working directory. */
      directory: string;
      /** Milliseconds since 1970 at which the run's own clock begins. */
      epoch: number;
      /** Whether operations shall say from where they are called. */
      isTraced: boolean;
      /** Whether it runs as it likes, with real time: nothing is a step, and marks are told in the end. */
      isFree: boolean;
    }
  /** One step: the operation of that position, at this time of the run's own clock. */
  | { type: 'step'; position: number; now: number }
  /** The run is over for this process, wherever it stands. */
  | { type: 'abandon' };

/**
 * What a process under control says. Before the first operation of a run there is no `did`. `resources`: Node's names for what the
 * process keeps open that is not under control, such as a socket or a child. `hasReadClock`: the program has asked what time it is.
 */
export type Report =
  | { type: 'ready' }
  /** It stands before these operations; each of them may be next. */
  | { type: 'before'; operations: Operation[]; did?: Outcome; resources?: string[]; hasReadClock?: boolean }
  /** Nothing of what it waits for is under control; without `resources` it waits for nothing at all. */
  | { type: 'outside'; resources: string[]; did?: Outcome }
  | {
      type: 'done';
      error?: { name: string; message: string; code?: string; stack: string };
      did?: Outcome;
      marks?: FreeMark[];
    };

/** A mark of a process that ran as it liked. */
export interface FreeMark {
  name: string;
  data: unknown;
  /** Milliseconds on CLOCK_MONOTONIC. */
  at: number;
}
