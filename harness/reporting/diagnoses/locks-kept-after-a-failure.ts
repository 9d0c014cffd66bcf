import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'locks-kept-after-a-failure',
  why: 'A transfer failed, as it should, and took a lock with it that was never given back: the next one with that account waits for ever. On whatever way a transfer ends, by an answer or by an error, both locks must be given back, also the first one when the second step fails.',
} satisfies Diagnosis;
