import type { Explored } from './explore.ts';
import type { Finding } from './oracle.ts';
import type { ProcessEnd, Step } from './played.ts';
import type { SharedFiles } from './shared-files.ts';
import type { Schedule } from './strategy.ts';
import { fromStretches, toStretches } from './stretches.ts';

/** What an exploration showed, as plain data: for the report, and to play the schedule again. */
export interface ScheduleEvidence extends Omit<Explored, 'counterexample'> {
  scenario: string;
  /** Names of the processes. */
  processes: string[];
  /** What was explored, in words: `all schedules of 2 processes`. */
  explored: string;
  /** Whether nothing was explored: a schedule was asked for, and is shown. */
  isAsked: boolean;
  /** The schedule that is shown, and what it did: the counterexample, or the one that was asked for. */
  shown?: {
    schedule: Schedule;
    /** Given to `npm run replay`. Absent where it would not go wrong again: all went on in step, and only a part is shown. */
    replay?: string;
    finding?: Finding;
    steps: Step[];
    ends: ProcessEnd[];
    /** What was shared before the first step. */
    before: SharedFiles;
    isFlaky: boolean;
  };
}

/** A schedule that somebody wants to see again. */
export interface Replay {
  scenario: string;
  /** Number of processes. */
  processes: number;
  schedule: Schedule;
}

const REPLAY = /^(?<scenario>[\w-]+)\/(?<processes>\d+):(?<stretches>(?:(?:\d+x\d+|k\d+)(?:,(?:\d+x\d+|k\d+))*)?)$/;

/**
 * Written as `section/2:1x3,2x4,k1`: in scenario `section` of two processes the first makes 3 steps, the second 4, then the first is
 * killed.
 */
export function writeReplay({ scenario, processes, schedule }: Replay): string {
  const stretches = toStretches(schedule).map(({ process, length }) =>
    process < processes ? `${process + 1}x${length}` : `k${process - processes + 1}`,
  );
  return `${scenario}/${processes}:${stretches.join(',')}`;
}

/** @returns undefined for what was not written by `writeReplay` */
export function readReplay(text: string): Replay | undefined {
  const { scenario, processes = '', stretches = '' } = REPLAY.exec(text)?.groups ?? {};
  if (scenario === undefined) {
    return undefined;
  }

  const schedule = fromStretches(
    stretches
      .split(',')
      .filter((stretch) => stretch !== '')
      .map((stretch) => {
        if (stretch.startsWith('k')) {
          return { process: Number(stretch.slice(1)) - 1 + Number(processes), length: 1 };
        }

        const [process = 0, length = 0] = stretch.split('x').map(Number);
        return { process: process - 1, length };
      }),
  );
  return { scenario, processes: Number(processes), schedule };
}

declare module 'vitest' {
  interface TaskMeta {
    /** Filled in by tests that explore schedules. */
    schedules?: ScheduleEvidence[];
  }
}
