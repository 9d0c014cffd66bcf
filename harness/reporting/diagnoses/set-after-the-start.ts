import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'set-after-the-start',
  why: 'A child that was running already was made a daemon, or not, and nothing objected. Whether it is one is decided when it is started; a flag that is set later only seems to have an effect. Who tries it must be told.',
} satisfies Diagnosis;
