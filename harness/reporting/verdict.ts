import type { ScheduleEvidence } from '../schedule/evidence.ts';
import type { Site } from '../timeline/events.ts';
import type { Timeline } from '../timeline/model.ts';
import type { PictureKind, SiteKind } from './diagnosis.ts';

/** What a failed test means: plain data, to be rendered for a learner or read by a program. */
export interface Verdict {
  /** The name of the diagnosis. */
  diagnosis: string;
  expected?: string;
  saw?: string;
  /** A comparison of two values line by line, instead of the two above. */
  diff?: string;
  /** The values for which a property does not hold. */
  counterexample?: string;
  /** What usually causes this. Empty when nothing more can be said. */
  why: string;
  pictures: VerdictPicture[];
  /** The schedule in which it goes wrong, instead of pictures. */
  schedule?: ScheduleEvidence;
  /** The learner's line that matters, and what it does. */
  site?: Site & { kind: SiteKind };
  /** The next command to type. */
  next: string;
  /** Lines to show as they are: the learner's source, or what Node printed. */
  details?: string;
  /** What is wrong with the test itself: it named a diagnosis that nobody has written. */
  problem?: string;
}

export interface VerdictPicture {
  kind: Exclude<PictureKind, 'none'>;
  timeline: Timeline;
  /** Labels of processes that a right answer would have started as well. */
  notStarted: string[];
}
