import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'value-lost',
  why: 'withLock did not give its caller what the body gives back. The caller wants the result, of a body that takes its time too, and not a promise of it inside something else.',
} satisfies Diagnosis;
