import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'end-of-the-parent-missed',
  why: 'The parent had been ended, and its child did not notice. The parent is the process that started this one, and no other: who asks for his present parent is told of the one that has adopted him, who lives. And nobody sends a message when a process dies; what the kernel does then is close its pipes and channels, and give its children to another.',
} satisfies Diagnosis;
