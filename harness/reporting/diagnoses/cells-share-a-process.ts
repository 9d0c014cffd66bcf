import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'cells-share-a-process',
  why: 'Two cells were opened, and one process keeps both. Whatever stops or kills that process takes both of them, and between the two numbers there is nothing but the correctness of your code. Two processes have two memories, and the operating system sees to it.',
  site: 'start',
} satisfies Diagnosis;
