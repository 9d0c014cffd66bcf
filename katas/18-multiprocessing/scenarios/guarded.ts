// The same, with a guard: only the main process has no parent.
import { mark } from '#harness/scenario.ts';
import { Process, parentProcess } from '../multiprocessing.ts';

export function work(): void {
  mark('the work is done');
}

if (parentProcess() === undefined) {
  const child = new Process({ target: { module: new URL(import.meta.url), name: 'work' } });
  child.start();
  await child.join();
  process.exitCode = child.exitCode ?? 0;
}
