import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'orphan-not-told',
  why: 'The parent had died and the child had been adopted, but the callback was not called. Whatever you wait for does not come in this case. A killed process says no word before it dies: look at what the operating system changes for its children.',
} satisfies Diagnosis;
