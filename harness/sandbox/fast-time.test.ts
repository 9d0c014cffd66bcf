import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const stripTypes = new URL('../typescript/register.mjs', import.meta.url).href;
const liveFast = fileURLToPath(new URL('./testing/live-fast.ts', import.meta.url));

test('every way of waiting and every clock is sped up, timers stay in order, and unref holds', async () => {
  // Seven hours at the least: the program would be ended long before if one of them were real.
  const { stdout } = await execa(process.execPath, [`--import=${stripTypes}`, liveFast], { timeout: 30_000 });
  const { order, hours, isDate, year } = JSON.parse(stdout);
  expect(order).toEqual(['after half an hour', 'after an hour']);
  expect(Math.min(hours.date, hours.newDate, hours.performance)).toBeGreaterThanOrEqual(7);
  expect({ isDate, year }).toEqual({ isDate: true, year: 2001 });
});
