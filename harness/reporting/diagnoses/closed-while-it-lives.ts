import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'closed-while-it-lives',
  why: 'close() was done, and the process of the cell was still there. To ask a process to end, by a signal, a message or a closed channel, takes effect some time later, if at all. Its end is an event like others, and can be waited for.',
  site: 'wait',
} satisfies Diagnosis;
