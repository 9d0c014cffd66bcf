// The child's side of a daemon. A thread looks who its parent is: it does so also while the task computes.
import { Worker } from 'node:worker_threads';

const LOOK_MS = 50;
const watch = (mainPid: string, lookMs: number) => {
  setInterval(() => {
    if (String(process.ppid) !== mainPid) process.kill(process.pid, 'SIGKILL');
  }, lookMs);
};
new Worker(`(${watch})(${JSON.stringify(process.env.DAEMON_OF)}, ${LOOK_MS})`, { eval: true }).unref();
await import('./run-task.ts');
