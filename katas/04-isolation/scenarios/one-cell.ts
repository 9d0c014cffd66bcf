// A cell is asked, and asked again. What the test does to its process in the meantime, the caller cannot know.
import { gate, mark } from '#harness/scenario.ts';
import { openCell } from '../isolation.ts';

const cell = await openCell(1);
mark('cells', [cell.pid]);
await gate('ask');
const first = ask();
mark('asked');
mark('first outcome', await first);
mark('second outcome', await ask());

async function ask(): Promise<{ get: string; set: string }> {
  const [get, set] = await Promise.allSettled([cell.get(), cell.set(2)]);
  return { get: get.status, set: set.status };
}
