/** An order of steps of `scenarios/ticket-sale.ts` in which the one ticket is sold to both. */
export const oversell: readonly string[] = [
  'tony', // looks: 1 left
  'kevin', // looks: 1 left, too
  'kevin', // pays
  'kevin', // empties the file
  'kevin', // writes 0
  'kevin', // has a ticket
  'tony', // pays for what was left when he looked
  'tony', // empties the file
  'tony', // writes 0 once more
  'tony', // has the same ticket
];

/** An order of steps of `scenarios/exists-then-create.ts` in which both are inside at once. */
export const doubleHold: readonly string[] = [
  'tony', // looks: no lock
  'kevin', // looks: no lock
  'kevin', // creates it
  'kevin', // writes his name
  'kevin', // enters, and stays
  'tony', // "creates" what is there since he looked: it is emptied
  'tony', // writes his name over the other one
  'tony', // enters: two inside
  'tony', // leaves
  'tony', // removes the lock, which is no longer his alone
  'kevin', // leaves
  'kevin', // removes what is gone
];

/** An order of steps of `scenarios/two-locks.ts` after which each waits for the other, for ever. */
export const deadlock: readonly string[] = [
  'tony', // takes A
  'kevin', // takes B
  'kevin', // tries A: taken
  'kevin', // sleeps
  'kevin', // tries A: still taken, so he waits
  'tony', // tries B: taken
  'tony', // sleeps
  'tony', // tries B: still taken, so he waits, for one who waits for him
];
