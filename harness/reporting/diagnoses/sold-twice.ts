import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'sold-twice',
  why: 'Two buyers were told that they had the same ticket. Both read the count before either had written it. Look in the table at where each of them read, and where it wrote: from reading the count to writing it nobody else may be in the office, whatever the buyers are called.',
} satisfies Diagnosis;
