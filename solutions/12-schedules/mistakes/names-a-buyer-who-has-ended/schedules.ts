/**
 * Gives kevin five steps whatever he reads. When he comes in, tony has emptied the file; who reads no ticket has nothing more to do.
 *
 * @rejectedBy oversell is whole: each step can be made, and none is missing
 * @diagnosis names-an-ended-process
 */

/** An order of steps of `scenarios/ticket-sale.ts` in which the one ticket is sold to both. */
export const oversell: readonly string[] = [
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
