// Stops a child that needs more than a minute to put its things away, and may take ten hours. A minute takes milliseconds here.
import { setTimeout as pause } from 'node:timers/promises';
import { mark, speedUpTime } from '#harness/scenario.ts';
import { stop } from '../terminate.ts';
import { HOUR_MS, startCleaner } from './children.ts';

await speedUpTime(1000);
const child = await startCleaner();
const stopping = stop(child, 10 * HOUR_MS).then((ending) => mark('ending', ending));
await pause(60_000);
mark('a minute is over');
await stopping;
