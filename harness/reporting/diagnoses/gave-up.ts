import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'gave-up',
  why: 'There was money enough, and still a transfer was not made: it was answered with false, or with an error, because the accounts were busy. Busy is not poor. Whoever finds them taken comes again, as often as it takes; the others will be through some time.',
} satisfies Diagnosis;
