import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'told-to-end-twice',
  why: "Two callers wanted the same child to end, and each of them sent it a signal. Many programs take the second one as 'leave everything and end at once', so the clean-up that the first one began was lost.",
} satisfies Diagnosis;
