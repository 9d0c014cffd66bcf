import type { Diagnosis } from '../diagnosis.ts';
import { crashesIn, runInQuestion } from '../run-facts.ts';

/** No process came as far as the task's first line. */
export default {
  name: 'task-never-ran',
  why: "Nobody has called the task's function. Either no process was started, or one was and ended before it came so far: it did not find its program, or could not make sense of what it was given. What it printed stands below, if it printed anything.",
  site: 'start',
  quote: (seen) => crashesIn(seen)[0]?.text ?? runInQuestion(seen)?.stderr.trim().split('\n').slice(-8).join('\n'),
} satisfies Diagnosis;
