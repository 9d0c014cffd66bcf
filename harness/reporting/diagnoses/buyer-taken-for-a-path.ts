import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'buyer-taken-for-a-path',
  why: 'The name of the buyer became part of a path. In a path a slash leads into a directory, and two dots lead out of it; in the name of somebody who buys a ticket these are characters like any others. A sale needs no file that is called after the buyer.',
} satisfies Diagnosis;
