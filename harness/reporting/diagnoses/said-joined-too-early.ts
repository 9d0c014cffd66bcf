import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'said-joined-too-early',
  why: 'It said that the child had ended, and the child was alive. That the time is over is no sign that the child is: the two must give different answers.',
  site: 'wait',
} satisfies Diagnosis;
