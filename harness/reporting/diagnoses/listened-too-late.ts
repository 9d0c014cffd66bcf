import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'listened-too-late',
  why: "The child had ended before anybody listened. Its 'exit' event comes once, and who begins to listen afterwards waits for ever. What the event said can still be read from the child.",
  site: 'wait',
} satisfies Diagnosis;
