// Works until it is told to end, then puts its things away. Told a second time, it leaves everything as it is.
import { gate, mark } from '#harness/scenario.ts';

let isTold = false;
process.on('SIGTERM', async () => {
  mark('told to end');
  if (isTold) process.exit(1);
  isTold = true;
  await gate('cleaning up');
  mark('cleaned up');
  process.exit();
});

setInterval(() => {}, 1000);
process.stdout.write('ready\n');
