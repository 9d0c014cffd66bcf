// Sleeps and computes in turn, a little each time, and tells when all is done. It never uses much of a core.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';

for (let turn = 1; turn <= 4; turn += 1) {
  await pause(20);
  const until = process.cpuUsage().user + 60_000;
  while (process.cpuUsage().user < until);
}

mark('done');
