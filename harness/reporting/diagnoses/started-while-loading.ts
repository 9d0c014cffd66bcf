import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'started-while-loading',
  why: 'A child was loading the module in which its task is, and that module started a process: each child would start another one, without end. start() must refuse it with an Error while the modules are loaded, the child fails, and the main program sees its exit code.',
  showsAsError: true,
  picture: 'tree',
} satisfies Diagnosis;
