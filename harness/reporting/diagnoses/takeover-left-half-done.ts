import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'takeover-left-half-done',
  why: 'A process was killed while it took over the lock of a dead one, and now nobody gets in any more. Whatever it makes for the time of a takeover, a guard, a mark, a file that is put aside, is a lock too, and can lose its holder in just the same way.',
} satisfies Diagnosis;
