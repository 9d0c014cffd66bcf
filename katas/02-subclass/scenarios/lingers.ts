// run() is over at once, and its process is not.
import { gate, mark } from '#harness/scenario.ts';
import { Lingerer } from './greeters.ts';

const lingerer = new Lingerer();
lingerer.start();
const joined = lingerer.join().then(() => mark('joined', `its process ${isThere(lingerer.pid ?? 0)}`));
await gate('main goes on');
mark('main has gone on');
await joined;

function isThere(pid: number): string {
  try {
    // Signal 0 is never sent, but the pid is looked up (kill(2)).
    process.kill(pid, 0);
    return 'is there';
  } catch {
    return 'has ended';
  }
}
