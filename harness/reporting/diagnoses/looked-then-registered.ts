import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'looked-then-registered',
  why: 'A row and its whole table were locked at the same time. Follow in the table of steps what each had seen before: usually both look first, see nobody, and then leave their own sign, so that neither can see the other. Either both is one step under a mutex, or each leaves its sign first and looks afterwards.',
} satisfies Diagnosis;
