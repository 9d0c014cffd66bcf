import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'said-over-too-early',
  why: 'Somebody was still at work, putting things away, and the caller was told that all was over. It goes on as if files were closed and ports were free. To have sent a signal, or to have seen one of them end, is not the end of all.',
  site: 'wait',
} satisfies Diagnosis;
