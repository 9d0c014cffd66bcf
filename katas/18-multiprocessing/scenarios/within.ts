// A wait of an hour at most, for a child that ends at once.
import { mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';

const child = new Process({ target: { module: new URL('./tasks.ts', import.meta.url), name: 'nothing' } });
child.start();
await child.join(3_600_000);
mark('joined', child.exitCode);
