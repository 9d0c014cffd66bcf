import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'killed-without-warning',
  why: 'A child that puts its things away when it gets SIGTERM did not come to do so. Either it was killed at once, or it was sent another signal, or it was stopped before the word came and never woken: a process that is stopped runs no handler. What it had in memory is lost.',
} satisfies Diagnosis;
