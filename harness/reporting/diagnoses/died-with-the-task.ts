import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'died-with-the-task',
  why: "One task failed, and the program that had started it ended. That a child fails is news for the caller, which may go on or not; it must not be the caller's own end. Errors that are thrown in an event listener cannot be caught by anybody, and process.exit ends the whole program.",
  site: 'throw',
  // It shows as the error that ended the caller.
  showsAsError: true,
} satisfies Diagnosis;
