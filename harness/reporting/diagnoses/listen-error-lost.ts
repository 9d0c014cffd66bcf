import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'listen-error-lost',
  why: "At that port another program listens, so serve() must reject with the cause, EADDRINUSE. Node tells it by the listener's 'error' event, and then the callback of listen() is never called. Whoever waits for the good news alone waits for ever; and when nobody hears the event at all, it ends the program.",
  site: 'wait',
  showsAsError: true,
  picture: 'none',
} satisfies Diagnosis;
