import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'never-comes-to-an-end',
  why: 'The processes work on and on, and none gets to its end. Usually they undo what the other has done and try again in step with each other, or one of them never lets another have its turn.',
} satisfies Diagnosis;
