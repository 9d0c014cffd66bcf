import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'one-caller-forgotten',
  why: 'Two callers waited for the same child, and not both of them were told when it had ended. This happens when the second wait takes the place of the first one, or when the first one takes away the listeners of both.',
  site: 'wait',
} satisfies Diagnosis;
