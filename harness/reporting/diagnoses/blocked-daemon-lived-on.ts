import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'blocked-daemon-lived-on',
  why: 'The main program had ended, and its daemon, which was computing, went on. A process whose event loop is blocked hears no event: neither that a channel was closed, nor a signal for which it has a handler. Somebody else must end it.',
} satisfies Diagnosis;
