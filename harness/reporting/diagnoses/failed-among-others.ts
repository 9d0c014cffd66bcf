import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { crashesIn } from '../run-facts.ts';

export default {
  name: 'failed-among-others',
  why: 'One of the processes ended with an error that nobody caught, while several of them used the lock at the same time. What it was about to use had been changed by another one: a file that was there a moment ago may be gone, and one that was not there may have come.',
  quote: (seen: TestEvidence) => crashesIn(seen)[0]?.text,
  picture: 'none',
} satisfies Diagnosis;
