import { test as base } from 'vitest';
import { SmallWorkbook } from './small-workbook.ts';

/** A test with a small workbook of its own, which holds the katas `05-join` and `15-office`. */
export const test = base.extend<{ workbook: SmallWorkbook }>({
  // Vitest reads from the first parameter which fixtures this one needs: none.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  workbook: async ({}, use) => {
    const workbook = await SmallWorkbook.create(['05-join', '15-office']);
    await use(workbook);
    await workbook.remove();
  },
});
