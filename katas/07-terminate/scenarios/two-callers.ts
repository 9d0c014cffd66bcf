// Two parts of a program want to be rid of the same child. The second one comes when the child is putting its things away.
import { gate, mark } from '#harness/scenario.ts';
import { stop } from '../terminate.ts';
import { HOUR_MS, startCleaner } from './children.ts';

const child = await startCleaner();
const first = stop(child, HOUR_MS);
await gate('second caller');
const second = stop(child, HOUR_MS);
mark('both wait');
mark('endings', await Promise.all([first, second]));
mark('ending for a third one', await stop(child, HOUR_MS));
