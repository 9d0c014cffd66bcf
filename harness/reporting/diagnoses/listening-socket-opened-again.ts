import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'listening-socket-opened-again',
  why: 'More than one socket listens. The listener is opened once, by the program; a worker needs the one connection that it serves. When a worker loads the module in which the listener is opened at the top level, it opens another one: to load a module is to run it.',
  picture: 'tree',
} satisfies Diagnosis;
