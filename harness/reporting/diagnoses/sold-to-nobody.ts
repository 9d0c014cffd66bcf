import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'sold-to-nobody',
  why: 'A ticket is gone from the file, and nobody has it: fewer buyers were told yes than tickets are missing, even if the one who was killed had bought. Perhaps what the dead one had begun was done once more, and it had been done already. Nobody can tell from outside how far the dead one came, unless one single operation makes the sale.',
} satisfies Diagnosis;
