import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'answered-for-the-cell',
  why: 'A cell could not answer, since its process was stopped or dead, and a call of it was fulfilled all the same. So somebody else answered: the number is also kept on this side, or a call counts as done when its message has only been sent. A process that is asked knows nothing of it until it runs.',
  site: 'wait',
} satisfies Diagnosis;
