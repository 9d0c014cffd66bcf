import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'open-to-other-machines',
  why: 'The listener is bound to more than 127.0.0.1. An address that is not named means every address of the machine: then every computer that can reach it is a client, and this server asks nobody who he is.',
  picture: 'none',
} satisfies Diagnosis;
