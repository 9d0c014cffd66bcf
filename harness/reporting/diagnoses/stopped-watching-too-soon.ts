import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'stopped-watching-too-soon',
  why: 'The parent had closed its channel, lived on, and died later; the callback was not called then. One look when the channel ends is not enough: even where the parent is dying, the child may be adopted a moment after.',
} satisfies Diagnosis;
