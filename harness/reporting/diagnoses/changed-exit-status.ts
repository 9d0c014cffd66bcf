import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'changed-exit-status',
  why: 'The main program ended in another way than it would have without daemons. Whoever started it looks at that: a shell, a service manager, a test runner. A program that died of a signal is told from one that called exit, whatever number it gave, and an error must be told with its place.',
  site: 'exit',
} satisfies Diagnosis;
