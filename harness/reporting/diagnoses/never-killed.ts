import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'never-killed',
  why: 'A child that ignores SIGTERM went on after its grace, and the wait with it. SIGTERM asks, and a program may say no; only SIGKILL cannot be ignored.',
  site: 'wait',
} satisfies Diagnosis;
