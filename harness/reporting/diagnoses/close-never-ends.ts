import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'close-never-ends',
  why: "close() was called, and something waits on: for the clients to leave, or for a worker that nobody has told to end. A client may stay for days. The server's own end must not depend on it.",
  site: 'wait',
} satisfies Diagnosis;
