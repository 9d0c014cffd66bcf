import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'offices-mixed-up',
  why: 'Two offices of different files sold at the same time, and what belongs to one came to the other, or was taken from under its hands. They share something that each of them takes for its own: a temporary file of the same name, perhaps. Its path must come from the whole path of the ticket file.',
} satisfies Diagnosis;
