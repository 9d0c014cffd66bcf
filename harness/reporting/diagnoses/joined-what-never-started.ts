import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'joined-what-never-started',
  why: 'join() was called on an object that was never started, and did not throw an Error. There is no process whose end could be waited for: to return at once says that it has ended, and to wait is to wait for ever. That is a mistake of the caller, who should be told.',
  site: 'wait',
} satisfies Diagnosis;
