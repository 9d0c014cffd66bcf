import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waits-for-strangers',
  why: 'One process was in the middle of its transfer, and another one had to wait for it, though the two have no account in common. So both wanted the same lock: there is one for the whole bank, or its place is made of only a part of what tells two accounts apart. Such a lock makes one line of all transfers.',
} satisfies Diagnosis;
