import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'blocked-while-joining',
  why: 'While one part of the program waited for the child, the rest of it stood still. In Node everything runs on one event loop: a function that blocks it stops all others, and also the news that the child has ended.',
  site: 'wait',
} satisfies Diagnosis;
