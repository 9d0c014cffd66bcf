import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'read-without-its-lock',
  why: 'All these transfers can be made or answered. One failed, and only because of what another one was doing: to write a file is to empty it and then to fill it, and who looks in between finds nothing. What is read of an account is read while its lock is held, also what is only read to be checked.',
  showsAsError: true,
} satisfies Diagnosis;
