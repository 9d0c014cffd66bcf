import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'second-release-freed-another',
  why: 'A process called release for the second time, and with it gave back what another process had taken meanwhile. Each release belongs to one lock and must remember that it is over; what lies at the same name later is somebody else’s.',
} satisfies Diagnosis;
