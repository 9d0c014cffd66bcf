import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'descendants-left-alive',
  why: 'The root of the tree was told to end, and somebody below it went on. No signal goes further than to the process or the group that it is sent to, and a process lives on when its parent dies. From then on it has another parent, so whoever looks for it below the root looks too late.',
} satisfies Diagnosis;
