import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'freed-by-another',
  why: 'A process that did not hold the lock called release, and after that another one got in beside the holder. Whether release may free the lock is not a question of whether somebody holds it, but of who. The process that took it must remember that it did, and forget it when it gives it back.',
} satisfies Diagnosis;
