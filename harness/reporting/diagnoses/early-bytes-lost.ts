import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'early-bytes-lost',
  why: "The client had sent its bytes before the server's program fetched the connection, and nobody has answered them. Node begins to read a new connection at once. What is read by one process before another one takes the connection over is not passed on with it: it has left the kernel, and reaches no worker.",
} satisfies Diagnosis;
