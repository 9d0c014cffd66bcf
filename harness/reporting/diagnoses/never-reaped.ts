import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'never-reaped',
  why: 'reap() did not come to its end. It may wait in a way that keeps the event loop from turning: then Node cannot reap, and what it waits for does not happen. Or it waits for an event that has come and gone.',
  site: 'wait',
} satisfies Diagnosis;
