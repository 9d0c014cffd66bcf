import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'not-reaped',
  why: 'reap() was over, and the zombie is in the table still. Node reaps in a turn of its event loop, and to await what is settled already gives it none, nor does process.nextTick. A signal reaps nobody: the dead do not notice it. A zombie whose parent is another process goes when that parent joins it, or ends.',
  site: 'wait',
} satisfies Diagnosis;
