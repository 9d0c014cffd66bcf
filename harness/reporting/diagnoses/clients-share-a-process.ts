import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'clients-share-a-process',
  why: 'The table of sockets says which process holds a connection, and not every client has one to itself. However well one process divides its time, its clients share its memory and its fate: when it computes for one of them the others wait, and when it crashes they all lose their connection.',
  picture: 'tree',
} satisfies Diagnosis;
