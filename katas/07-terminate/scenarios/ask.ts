// Asks a child to end, and asks it again when it has ended.
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';
import { terminate } from '../terminate.ts';
import { startCleaner } from './children.ts';

const child = await startCleaner();
terminate(child);
mark('asked');
await once(child, 'exit');
terminate(child);
mark('asked again');
