import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'guard-inside-the-function',
  why: 'Another program called drawAll and got fewer numbers than it had asked for. Whoever calls a function wants it done, whichever program is the main one. What goes wrong in the children is not what the function does; it is that something calls it there.',
  picture: 'tree',
} satisfies Diagnosis;
