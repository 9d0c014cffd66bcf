import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'reply-never-came',
  why: 'A client sent some bytes and waits for the answer, which did not come, or not whole. A stream of bytes has no messages and no lines: whoever waits for more before he answers waits for a client that waits for him. And what one process has read, another one cannot answer. If no worker is at work, or it has crashed, look at its output: run a scenario by hand.',
} satisfies Diagnosis;
