import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'came-back-from-the-child',
  why: 'The object in your program has changed because the one in the child did. They are two objects in two memories: after start() each goes its own way. A program that wants a result back from its child agrees on a channel for it; it must not find its own fields changed behind its back.',
  picture: 'none',
} satisfies Diagnosis;
