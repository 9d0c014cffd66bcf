// A program whose child finds its task in this very file, which starts a child when it is loaded.
import { mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';

export function work(): void {
  mark('the work is done');
}

const child = new Process({ target: { module: new URL(import.meta.url), name: 'work' } });
child.start();
mark('started');
await child.join();
process.exitCode = child.exitCode ?? 0;
