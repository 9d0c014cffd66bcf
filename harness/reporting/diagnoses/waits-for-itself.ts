import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waits-for-itself',
  why: 'The two accounts are one, so the two locks are one. It was taken, and then waited for; its holder, who alone could give it back, is the very one who waits. This lock does not ask whether it is you. That somebody pays itself should be found out before anything is locked.',
} satisfies Diagnosis;
