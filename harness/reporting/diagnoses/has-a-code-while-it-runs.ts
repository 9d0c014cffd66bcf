import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'has-a-code-while-it-runs',
  why: 'The child was still running, and had an exit code already. There is no number for "not yet": 0 says that all went well, and -1 that signal 1 ended it. That is what null is for.',
  picture: 'none',
} satisfies Diagnosis;
