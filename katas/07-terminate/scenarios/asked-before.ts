// A child that has been sent a signal before, and has not ended of it.
import { mark } from '#harness/scenario.ts';
import { stop, terminate } from '../terminate.ts';
import { startStubborn } from './children.ts';

const child = await startStubborn();
child.kill('SIGTERM');
terminate(child);
mark('ending', await stop(child, 100));
