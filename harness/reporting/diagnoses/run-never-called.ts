import type { Diagnosis } from '../diagnosis.ts';
import { crashesIn, runInQuestion } from '../run-facts.ts';

/** No process came as far as the first line of a run(). */
export default {
  name: 'run-never-called',
  why: 'Nobody has executed run(). Either no process was started, or one was and ended before it came so far: it did not find its program or the class, or waited for something that could not come. What it printed stands below, if it printed anything.',
  site: 'start',
  quote: (seen) => crashesIn(seen)[0]?.text ?? runInQuestion(seen)?.stderr.trim().split('\n').slice(-8).join('\n'),
} satisfies Diagnosis;
