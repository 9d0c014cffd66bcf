import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'trusted-an-old-count',
  why: 'The screen showed a ticket, and by the time the button was pressed it was gone: somebody else had bought it in between. What a search has shown is as old as the search. The count that decides must be read once more, where nobody else can change it.',
} satisfies Diagnosis;
