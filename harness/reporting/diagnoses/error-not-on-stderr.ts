import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'error-not-on-stderr',
  why: "The task threw an error, and the caller could not read it anywhere: neither on its own stderr nor on child.stderr. What a process prints goes where its starter has pointed its output; stdio 'ignore' points it to nowhere, and a pipe that nobody but you reads does the same. Without the error all that is left to the caller is 'it failed'.",
  site: 'start',
} satisfies Diagnosis;
