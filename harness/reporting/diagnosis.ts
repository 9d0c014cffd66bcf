import type { Evidence } from '../sandbox/evidence.ts';
import type { ScheduleEvidence } from '../schedule/evidence.ts';
import type { Failure } from './failure.ts';

/** All that is known of a failed test. */
export interface TestEvidence {
  /** The kata's folder without the label of an overlay, e.g. `05-join`; empty for a test of the harness. */
  kata: string;
  test: string;
  error: Failure;
  /** The runs that the test played, in order. */
  runs: readonly Evidence[];
  /** The explorations of the test, in order. */
  schedules?: readonly ScheduleEvidence[];
}

/** Which of the learner's places in the code matters: where it waits, starts a process, ends the program or throws. */
export type SiteKind = 'wait' | 'start' | 'exit' | 'throw';

export type PictureKind = 'timeline' | 'tree' | 'none';

/** What a kind of failure means: each is the default export of `diagnoses/<name>.ts`. */
export interface Diagnosis {
  /** Stable; the file's name. Says what the answer did, e.g. `joined-before-all-started`. */
  name: string;
  /** What usually causes this, in two to four plain sentences: no solution. */
  why: string | ((seen: TestEvidence) => string);
  site?: SiteKind;
  /** The next command to type; the next hint by default. */
  next?: (kata: string) => string;
  /** The timeline by default, when there was more than one process. */
  picture?: PictureKind;
  /** Labels of the processes that a right answer would have started as well, e.g. `child 2`. */
  notStarted?: (seen: TestEvidence) => string[];
  /** Lines to show as they are: the learner's source, what Node printed. */
  quote?: (seen: TestEvidence) => string | undefined;
  /**
   * Whether the evidence alone shows this, whatever the test named. Without it the diagnosis is given only to a test that names
   * it.
   */
  recognise?: (seen: TestEvidence) => boolean;
  /** Those that recognise are asked in the order of this number, the lowest first. Needed with `recognise`. */
  precedence?: number;
  /**
   * Whether, though recognised, it leaves the word to the diagnosis that the test named: the test knows more of what was
   * tried. Never by default.
   */
  yields?: (seen: TestEvidence, named: Diagnosis) => boolean;
  /** Whether an uncaught error of the learner's is one of the ways in which this shows: the error alone does not say it then. */
  showsAsError?: boolean;
}

/** The number of a kata as a learner types it: `05` of `05-join`. */
export function numberOf(kata: string): string {
  return kata.split('-')[0] ?? kata;
}

export function hint(kata: string): string {
  return kata === '' ? 'npm test' : `npm run hint ${numberOf(kata)}`;
}

export function testAgain(kata: string): string {
  return `npm test ${kata}`.trimEnd();
}
