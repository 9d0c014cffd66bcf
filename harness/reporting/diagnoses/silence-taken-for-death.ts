import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'silence-taken-for-death',
  why: 'The callback was called although the parent was alive: it only did not answer. A process whose event loop is blocked, or that is stopped (Ctrl-Z), sends nothing, however long it lives. No length of silence tells it from a dead one; the operating system can.',
} satisfies Diagnosis;
