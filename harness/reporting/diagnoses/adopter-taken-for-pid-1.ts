import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'adopter-taken-for-pid-1',
  why: 'The child had a new parent, and it was not pid 1. Who adopts orphans differs from machine to machine: pid 1, the systemd of a desktop session, the supervisor of a container. The only sure sign is that the parent is another one than before.',
} satisfies Diagnosis;
