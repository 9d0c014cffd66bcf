// Many questions are on their way at once, to two cells: nobody waits for an answer before asking the next one.
import { mark } from '#harness/scenario.ts';
import { openCell } from '../isolation.ts';

const [a, b] = [await openCell(1), await openCell(2)];
const [a1, , a3, b2, , , b4, a5] = await Promise.all([
  a.get(),
  a.set(3),
  a.get(),
  b.get(),
  b.set(4),
  a.set(5),
  b.get(),
  a.get(),
]);
mark('answers', { a: [a1, a3, a5], b: [b2, b4] });
await Promise.all([a.close(), b.close()]);
