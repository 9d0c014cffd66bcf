import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waits-in-a-circle',
  why: 'Each of them holds one lock and waits for one that another of them holds: that is a deadlock, and no time ends it. Whoever waits keeps what it has, whether it waits inside acquire or tries again and again. The table shows who took which lock first. There is a circle only where two take the same two locks in different orders; or where somebody waits and gives nothing back.',
} satisfies Diagnosis;
