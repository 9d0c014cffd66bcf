// Waits for an hour in each way that Node has, with time sped up, and prints what came of it.
import { setTimeout as importedTimeout } from 'node:timers';
import { setInterval as everyHour, setTimeout as pause, scheduler } from 'node:timers/promises';
import { promisify } from 'node:util';
import { speedUpTime } from '../fast-time.ts';

const HOUR_MS = 3_600_000;
const began = { date: Date.now(), newDate: Date.parse(new Date().toISOString()), performance: performance.now() };
speedUpTime(100_000);

const order: string[] = [];
setTimeout(() => order.push('after an hour'), HOUR_MS);
setTimeout(() => order.push('after half an hour'), HOUR_MS / 2);
await new Promise((resolve) => setTimeout(resolve, HOUR_MS));
await new Promise((resolve) => importedTimeout(resolve, HOUR_MS));
await new Promise<void>((resolve) => {
  const timer = setInterval(() => resolve(clearInterval(timer)), HOUR_MS);
});
await pause(HOUR_MS);
await promisify(setTimeout)(HOUR_MS);
await scheduler.wait(HOUR_MS);
for await (const _ of everyHour(HOUR_MS)) break;

const hours = {
  date: (Date.now() - began.date) / HOUR_MS,
  newDate: (Date.parse(new Date().toISOString()) - began.newDate) / HOUR_MS,
  performance: (performance.now() - began.performance) / HOUR_MS,
};
console.log(
  JSON.stringify({ order, hours, isDate: new Date() instanceof Date, year: new Date(2001, 1).getFullYear() }),
);
// Nobody waits for this one.
setInterval(() => {}, 1_000 * HOUR_MS).unref();
