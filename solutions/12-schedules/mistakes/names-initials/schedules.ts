/**
 * Spells the names by their first letters.
 *
 * @rejectedBy oversell is whole: each step can be made, and none is missing
 * @diagnosis names-nobody
 */

/** An order of steps of `scenarios/ticket-sale.ts` in which the one ticket is sold to both. */
export const oversell: readonly string[] = [...'tkkkkktttt'];

/** An order of steps of `scenarios/exists-then-create.ts` in which both are inside at once. */
export const doubleHold: readonly string[] = [
  'tony',
  'kevin',
  'kevin',
  'kevin',
  'kevin',
  'tony',
  'tony',
  'tony',
  'tony',
  'tony',
  'kevin',
  'kevin',
];

/** An order of steps of `scenarios/two-locks.ts` after which each waits for the other, for ever. */
export const deadlock: readonly string[] = ['tony', 'kevin', 'kevin', 'kevin', 'kevin', 'tony', 'tony', 'tony'];
