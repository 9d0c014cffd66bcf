import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'rejects-on-failure',
  why: 'A child that fails, or is killed, has ended all the same, and how it ended is the result that was asked for. When that is turned into an error, the caller never learns how the other children ended.',
  site: 'throw',
  showsAsError: true,
} satisfies Diagnosis;
