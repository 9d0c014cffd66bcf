// Marks 200 numbers as fast as it can, once the test lets it.
import { gate, mark } from '#harness/scenario.ts';

await gate('count');
for (let number = 1; number <= 200; number += 1) {
  mark('number', { number, padding: 'x'.repeat(number * 7) });
}
