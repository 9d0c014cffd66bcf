// Makes a stranger with the pid of a member that has ended, and tells whom the members took for theirs and whom the sweep has
// killed. It must run in a pid namespace of its own, where the next pid can be chosen (pid_namespaces(7)).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { isOver } from '../../../processes/entry.ts';
import { processTable } from '../../../processes/table.ts';
import { monotonicMs } from '../../journal-writer.ts';
import { Members } from '../../members.ts';
import { sweep } from '../../sweep.ts';

const PID = 4711;
const table = processTable();
const since = monotonicMs();
const members = new Members({ directory: '/nowhere', since, self: process.pid });

const member = startWithPid(PID);
members.expectSession(PID);
await look();
const known = members.alive.map(({ pid }) => pid);
member.kill('SIGKILL');
await once(member, 'exit');

// A pid is not used again within one tick, but by somebody who chooses it.
const later = monotonicMs() + 20;
while (monotonicMs() < later);
const stranger = startWithPid(PID);
await look();
const taken = members.alive.map(({ pid }) => pid);
await sweep(members, look);
const lives = (await table.list()).some((entry) => entry.pid === PID && !isOver(entry));
stranger.kill('SIGKILL');
process.stdout.write(JSON.stringify({ known, taken, lives }));

function startWithPid(pid: number) {
  writeFileSync('/proc/sys/kernel/ns_last_pid', `${pid - 1}`);
  return spawn('/bin/sleep', ['1000'], { cwd: '/', env: {}, detached: true, stdio: 'ignore' });
}

async function look(): Promise<void> {
  const entries = await table.list();
  members.update(entries, () => undefined);
}
