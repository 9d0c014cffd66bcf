import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'overdrawn',
  why: 'Two paid from one account at the same time, and both were told that there was enough. Each had looked before the other one had paid. What was seen before the locks were held is old news: whether there is enough must be looked at while nobody else can change it.',
} satisfies Diagnosis;
