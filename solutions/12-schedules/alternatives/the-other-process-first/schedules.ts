/** An order of steps of `scenarios/ticket-sale.ts` in which the one ticket is sold to both. */
export const oversell: readonly string[] = [
  'kevin',
  'tony',
  'tony',
  'tony',
  'tony',
  'tony',
  'kevin',
  'kevin',
  'kevin',
  'kevin',
];

/** An order of steps of `scenarios/exists-then-create.ts` in which both are inside at once. */
export const doubleHold: readonly string[] = [
  'kevin',
  'tony',
  'tony',
  'tony',
  'tony',
  'kevin',
  'kevin',
  'kevin',
  'kevin',
  'kevin',
  'tony',
  'tony',
];

/** An order of steps of `scenarios/two-locks.ts` after which each waits for the other, for ever. */
export const deadlock: readonly string[] = ['kevin', 'tony', 'tony', 'tony', 'tony', 'kevin', 'kevin', 'kevin'];
