import { ShortfallError } from '../sandbox/shortfall.ts';
import type { ScheduleEvidence } from './evidence.ts';

/** A schedule was found in which the answer goes wrong. */
export class ScheduleFailure extends ShortfallError {
  readonly evidence: ScheduleEvidence;

  constructor(evidence: ScheduleEvidence) {
    const { finding } = evidence.shown ?? {};
    super({
      expected: finding?.expected ?? 'no schedule to go wrong',
      saw: finding?.saw ?? 'one did',
      ...(finding === undefined ? {} : { diagnosis: finding.diagnosis }),
    });
    this.evidence = evidence;
    // Large, and handed on by other means: not to be printed with the error.
    Object.defineProperty(this, 'evidence', { enumerable: false });
  }
}
