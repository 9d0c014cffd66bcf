function steps(name: string, count: number): string[] {
  return Array.from({ length: count }, () => name);
}

/** An order of steps of `scenarios/ticket-sale.ts` in which the one ticket is sold to both. */
export const oversell: readonly string[] = [...steps('tony', 1), ...steps('kevin', 5), ...steps('tony', 4)];

/** An order of steps of `scenarios/exists-then-create.ts` in which both are inside at once. */
export const doubleHold: readonly string[] = [
  ...steps('kevin', 1),
  ...steps('tony', 4),
  ...steps('kevin', 5),
  ...steps('tony', 2),
];

/** An order of steps of `scenarios/two-locks.ts` after which each waits for the other, for ever. */
export const deadlock: readonly string[] = [...steps('kevin', 1), ...steps('tony', 4), ...steps('kevin', 3)];
