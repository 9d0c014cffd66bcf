import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'run-starts-a-process',
  why: 'run() was called directly, as a method, and was not executed in the process that called it. Only start() makes a process. run() belongs to the subclass, and whoever calls it, for example to test it without any process, gets what stands there.',
  site: 'start',
} satisfies Diagnosis;
