import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'living-holder-robbed',
  why: 'Nobody was killed here, and yet two processes were inside at the same time. Either to look and to take are two steps, or a lock was taken for that of a dead one while its holder lived. A lock that is just being made, with no name in it yet, looks like one that a crash has left.',
} satisfies Diagnosis;
