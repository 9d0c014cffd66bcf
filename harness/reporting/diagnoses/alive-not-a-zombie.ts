import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'alive-not-a-zombie',
  why: 'The process is alive. A zombie is one that has ended: it has no memory and no program any more. A signal that was sent, or a child that will end soon, is not its end; the process table says when it is.',
  site: 'start',
} satisfies Diagnosis;
