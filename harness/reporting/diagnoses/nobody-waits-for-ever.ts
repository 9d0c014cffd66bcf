import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'nobody-waits-for-ever',
  why: 'Somebody got both locks, gave them back, and so the other one got them too. Nobody waits for ever unless each already has what the other one still needs. Look in the table for who had which lock when.',
} satisfies Diagnosis;
