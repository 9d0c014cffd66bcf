import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'port-not-told',
  why: 'What serve() gave back does not lead to its listener. Port 0 asks the operating system for any free port, and it chooses when the listener is opened: from then on the listener knows its port, and nobody else does.',
  picture: 'none',
} satisfies Diagnosis;
