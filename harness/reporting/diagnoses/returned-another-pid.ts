import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'returned-another-pid',
  why: 'The number returned is not the pid of the process in which the task runs. It may be that of somebody in between, for example a shell, which is gone as soon as it has started the task.',
  site: 'start',
} satisfies Diagnosis;
