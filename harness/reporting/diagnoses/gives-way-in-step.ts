import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'gives-way-in-step',
  why: 'They took one lock each, found the other one taken, gave back what they had, paused and tried again, all at the same moments: so they found the same, again and again. That is a livelock. All are at work and nobody gets anywhere. Whoever gives way must not come back when the others do: something has to make their pauses differ, each time anew.',
} satisfies Diagnosis;
