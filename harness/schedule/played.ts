import type { Operation, Outcome } from './operation.ts';
import type { SharedFiles } from './shared-files.ts';
import type { Schedule } from './strategy.ts';

/** One step of a run: a process made an operation. */
export interface Step {
  /** Position in the run. */
  process: number;
  operation: Operation;
  /** How it ended; absent where the process was gone before it could say. */
  outcome?: Outcome;
  /** The run's own clock after it, milliseconds. */
  at: number;
  /** What is shared after it; only when the run is traced. */
  files?: SharedFiles;
}

/** Whether a step changed what others may see: what is shared, or that a process lives, or what the test looks at. */
export function hasChanged({ operation: { touches, mark, isCrash }, outcome }: Step): boolean {
  return (
    isCrash === true ||
    mark !== undefined ||
    (outcome?.error === undefined && touches.some(({ access }) => access === 'write'))
  );
}

/** How a run came to its end. */
export type RunEnd =
  /** Every process has. */
  | 'all over'
  /** Nobody who is left can go on. */
  | 'blocked'
  /** More steps than any right answer needs. */
  | 'too many steps'
  /** A process looks again and again, and does not pause. */
  | 'no pause'
  /** A process computes without making a step. */
  | 'no step'
  /** Somebody waits for something that is not under control. */
  | 'outside'
  /** The strategy saw that it would show nothing new. */
  | 'nothing new'
  /** The list that was to be followed names no step that can be made. */
  | 'not followed';

/** What became of a process. */
export interface ProcessEnd {
  name: string;
  pid: number;
  /** `killed`: by the schedule. `gone`: it ended by itself in the middle. */
  state: 'over' | 'failed' | 'killed' | 'gone' | 'waiting' | 'outside' | 'computing';
  /** For `failed`: what nobody caught. */
  error?: { name: string; message: string; code?: string; stack: string };
  /** For `waiting`: what it waits for. */
  before?: Operation[];
  /** For `outside`: Node's names for what it waits for. */
  resources?: string[];
}

/** States of a process that makes no more steps. */
export const ENDED: ReadonlySet<ProcessEnd['state']> = new Set(['over', 'failed', 'killed', 'gone']);

/** A run as it was played. */
export interface Played {
  end: RunEnd;
  schedule: Schedule;
  steps: Step[];
  processes: ProcessEnd[];
  /** What was shared in the end. */
  files: SharedFiles;
  /** Whether somebody waited for what is not under control, so that the run may be another one the next time. */
  wasOutside: boolean;
}
