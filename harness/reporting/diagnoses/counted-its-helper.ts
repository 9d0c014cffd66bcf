import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'counted-its-helper',
  why: 'In the list stands a process that was not there before the question. A program that is run to find out is a child as well, for as long as it takes to look, and it sees itself. Its pid is known to whoever started it.',
  picture: 'tree',
} satisfies Diagnosis;
