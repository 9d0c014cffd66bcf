import type { Diagnosis } from '../diagnosis.ts';

/** Given by the collector: a test file did not load, or something failed outside every test. */
export default {
  name: 'tests-could-not-run',
  why: 'This says nothing about your answer: the tests themselves, or the harness under them, have failed. If you have changed a file of theirs, change it back; if a package is missing, install anew.',
  next: () => 'npm ci',
  picture: 'none',
} satisfies Diagnosis;
