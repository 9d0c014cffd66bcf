import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'money-made-or-lost',
  why: 'In the end an account does not hold what its transfers amount to. Somebody read its balance, another one wrote a new one, and the first wrote over it a sum that was made from the old one. From reading a balance to writing it nobody else may be at that account, at the one that is paid as little as at the one that pays.',
} satisfies Diagnosis;
