import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waits-for-the-dead',
  why: "A cell's process was killed, and a call of it was not rejected. A dead process sends no answer, and no message that it has died: its caller waits for ever, unless somebody who hears of the end rejects for it. What is asked later reaches nobody at all; and an error that is reported by an event without a listener ends the caller, too.",
  site: 'wait',
  showsAsError: true,
} satisfies Diagnosis;
