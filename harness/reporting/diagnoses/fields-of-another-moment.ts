import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'fields-of-another-moment',
  why: 'run() did not find the fields as they were when start() was called. Older values, or none: they were taken when the object was made, and the constructor of Process runs before that of the subclass has set anything. Newer ones: they were taken after start() had returned, for example when the child said that it was there.',
  site: 'start',
  picture: 'none',
} satisfies Diagnosis;
