import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'bytes-pass-through-the-parent',
  why: 'There is a process for each client, but the connections are held by the parent: it reads what each client sends and passes it on. So all clients still depend on the event loop of one process, and every byte is copied twice more. An open connection can be given to another process, which then talks to the client itself.',
  picture: 'tree',
} satisfies Diagnosis;
