import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'free-lock-released',
  why: 'Nobody held the lock (any more), and it was released without an Error. A release too many is a slip of the program: the next time it may free a lock that another one has acquired in between. So it must be refused; and if two release at the same moment, one of them. To look whether it is held and then to free it are two operations.',
} satisfies Diagnosis;
