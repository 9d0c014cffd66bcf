import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'takeover-hit-a-new-lock',
  why: 'Two found the lock of the dead at the same time. One took it over and went in; what the other one then took away, or wrote over, was no longer the lock of the dead but the new one of the first. Between finding the holder dead and acting on it, the path may have come to mean another lock. The act must be one that fails when what was found is not there any more.',
} satisfies Diagnosis;
