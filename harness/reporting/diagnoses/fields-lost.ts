import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'fields-lost',
  why: 'The values that run() found in its fields are not those that the object held. On the way they were turned into something that cannot hold everything JSON can, or they were never sent: look at quotes, line ends, empty texts, lists in lists, null.',
  site: 'start',
  picture: 'none',
} satisfies Diagnosis;
