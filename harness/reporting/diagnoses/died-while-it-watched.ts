import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'died-while-it-watched',
  why: 'The child was to live on while it watched its parent, but it ended. If your callback, a listener or a timer throws, the child dies of it, and what it prints may go nowhere.',
} satisfies Diagnosis;
