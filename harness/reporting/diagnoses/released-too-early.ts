import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'released-too-early',
  why: 'Another process got in while the body of withLock was still at work. A body may be asynchronous: calling it gives a promise, and the work is over only when that is settled. The lock must be held until then.',
} satisfies Diagnosis;
