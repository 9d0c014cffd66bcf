// Starts two processes that have the same pid, one after the other, and prints what the table says of each.
// It must run in a pid namespace of its own, where the next pid can be chosen (pid_namespaces(7)).
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { monotonicNow } from '../clock.ts';
import { procfsTable } from '../procfs.ts';

const PID = 4711;
const TICK_MS = 10;
const table = procfsTable();

const first = startWithPid();
const before = await findEntry(first);
first.kill('SIGKILL');
await once(first, 'exit');

// A pid is not used again within one tick, but by somebody who chooses it.
while (monotonicNow() < before.startTime + 2 * TICK_MS) {}

const second = startWithPid();
const after = await findEntry(second);
second.kill('SIGKILL');
console.log(JSON.stringify([before, after]));

function startWithPid(): ChildProcess {
  writeFileSync('/proc/sys/kernel/ns_last_pid', `${PID - 1}`);
  return spawn('sleep', ['60'], { stdio: 'ignore' });
}

async function findEntry({ pid }: ChildProcess) {
  const entry = (await table.list()).find((candidate) => candidate.pid === pid);
  if (entry === undefined) {
    throw new Error(`Expected process ${pid} in the table.`);
  }
  return entry;
}
