import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'timer-left-behind',
  why: 'The child had ended and the answer was there, but the program stayed up: Node does not end as long as a timer is pending. The timer that limits the wait is of no use once the wait is over.',
} satisfies Diagnosis;
