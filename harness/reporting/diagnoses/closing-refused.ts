import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'closing-refused',
  why: 'The process had ended, and its object could not be closed, or not once more. Whoever wants it closed has what he wants when it is.',
  picture: 'none',
} satisfies Diagnosis;
