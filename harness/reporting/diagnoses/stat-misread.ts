import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'stat-misread',
  why: 'The line says one thing and parseStat another. The pid stands before the name, which is in parentheses that do not belong to it; the state is one letter behind it, and the parent the number after that. Pids are numbers, not texts.',
  picture: 'none',
} satisfies Diagnosis;
