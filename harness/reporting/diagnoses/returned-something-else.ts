import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'returned-something-else',
  why: 'What startTask gave back is not the process that runs the task. The caller needs that very process, to wait for it or to stop it. It may be another one (a shell, a process that starts the real one), or no process at all: a promise, the result of a call that waited, an object made to look like one.',
  site: 'start',
} satisfies Diagnosis;
