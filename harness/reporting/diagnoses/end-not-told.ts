import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'end-not-told',
  why: "The process had ended, and the caller did not get to know. Its ChildProcess tells it by an 'exit' event, as long as the caller is there to hear it: a program ends when nothing keeps it up, and a child normally does. It also hears nothing when what startTask gave back is not the ChildProcess.",
  site: 'wait',
} satisfies Diagnosis;
