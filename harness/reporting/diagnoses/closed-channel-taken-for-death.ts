import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'closed-channel-taken-for-death',
  why: 'The callback was called although the parent was alive: it had closed its channels to the child on purpose. The end of a channel or of standard input says that something has happened, not what. Ask the operating system before you believe the worst.',
} satisfies Diagnosis;
