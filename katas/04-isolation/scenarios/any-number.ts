// One cell is given one number after the other (JSON in the argument), and is asked for each.
import { mark } from '#harness/scenario.ts';
import { openCell } from '../isolation.ts';

const [initial, ...others] = JSON.parse(process.argv[2] ?? '[0, 1, -0.5]');
const cell = await openCell(initial);
const numbers = [await cell.get()];
for (const number of others) {
  await cell.set(number);
  numbers.push(await cell.get());
}

mark('numbers', numbers);
await cell.close();
