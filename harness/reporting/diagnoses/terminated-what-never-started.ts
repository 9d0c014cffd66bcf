import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'terminated-what-never-started',
  why: 'terminate() was called on an object that was never started, and did not throw an Error. There is nobody to send a signal to. That is a mistake of the caller, who should be told.',
  picture: 'none',
} satisfies Diagnosis;
