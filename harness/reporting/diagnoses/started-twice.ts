import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'started-twice',
  why: 'start() was called again on an object that had been started, and did not throw an Error. An object stands for one process: it has one pid and one end to wait for. If it starts another, nobody knows any more which of the two join() waits for, and the first one is forgotten while it runs. An asynchronous start() throws nothing: it rejects a promise that nobody looks at.',
  site: 'start',
  showsAsError: true,
} satisfies Diagnosis;
