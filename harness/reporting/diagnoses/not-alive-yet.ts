import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'not-alive-yet',
  why: 'The child had just been started, and was said not to be alive. It is a process from the moment at which spawn returns, also when it has not come to its first line, and whether or not it has a channel for messages.',
  picture: 'none',
} satisfies Diagnosis;
