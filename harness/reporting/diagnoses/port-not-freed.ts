import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'port-not-freed',
  why: 'close() said that it was done, and at the same port no server could be opened. A port is free when every process that holds its listening socket has closed it, or has ended.',
  picture: 'none',
} satisfies Diagnosis;
