import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'frozen-child-not-ended',
  why: 'The child was stopped by SIGSTOP, as Ctrl-Z does, and it is still there. A stopped process has not ended: it reads nothing, runs nothing, keeps SIGTERM waiting, and goes on when somebody wakes it. SIGKILL works on it as on any other.',
  site: 'wait',
} satisfies Diagnosis;
