import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'signal-taken-for-death',
  why: 'A signal had been sent to the child, and it was said to be dead; the process table says that it is there. A signal is a request: some processes handle it, some ignore it, and all need a while to end. That it was sent is one thing, that the child has ended another.',
  picture: 'none',
} satisfies Diagnosis;
