import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'free-pid-is-an-error',
  why: 'No process has that pid, and isRunning threw an error instead of saying no. The system answers a question about nobody with an error (ESRCH for a signal, ENOENT for a file): here that is the answer.',
  picture: 'none',
  showsAsError: true,
} satisfies Diagnosis;
