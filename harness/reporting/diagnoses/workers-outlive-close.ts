import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'workers-outlive-close',
  why: 'close() said that it was done, and processes that the server had started were still there. A listener that is closed accepts nobody, but whoever serves a client, or waits for one, does not listen. And a signal is a request: a process has ended when its parent is told so, not when the signal is sent.',
} satisfies Diagnosis;
