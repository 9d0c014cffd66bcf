import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'zombie-taken-for-running',
  why: 'The process had ended, and was said to run. It is a zombie: its parent has not collected yet how it ended, and until then its pid is taken and the system accepts signals for it. Only the state in the process table says that there is nobody behind it.',
  picture: 'none',
} satisfies Diagnosis;
