import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'accepted-any-amount',
  why: 'An amount was accepted that none can be. To transfer less than nothing is to take from others; to transfer nothing is a slip of the caller, who is not told; half a coin leaves accounts that hold no whole number; and what is not a number is neither more nor less than anything, so a comparison alone does not keep it out. What comes from outside is looked at first.',
} satisfies Diagnosis;
