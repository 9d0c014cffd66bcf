import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'rejected-and-kept-running',
  why: 'serve() rejected, and the program could not end: something that serve() had started before it knew is still there, a worker or a listener. Whoever fails must put away what he has begun: the caller has been given nothing that he could close.',
  site: 'start',
} satisfies Diagnosis;
