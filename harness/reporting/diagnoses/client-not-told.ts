import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'client-not-told',
  why: "The process that served the client had ended, and the client's connection stayed open: it waits for an answer that nobody will send. The kernel closes a connection when the last process that holds it has closed it or ended. Somebody else still holds this one.",
} satisfies Diagnosis;
