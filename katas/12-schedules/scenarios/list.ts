// Hands the list of that name to the test, which plays it.
import { mark } from '#harness/scenario.ts';
import { deadlock, doubleHold, oversell } from '../schedules.ts';

const lists: Record<string, unknown> = { oversell, doubleHold, deadlock };
const [name = ''] = process.argv.slice(2);
const list = lists[name];
const unwritten = `${name} is not written yet: npm run hint 12`;
if (Array.isArray(list) && list.length === 0) {
  throw new Error(unwritten);
}

mark('list', list);
