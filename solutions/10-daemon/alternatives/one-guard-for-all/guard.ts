// Kills whom it was told of, when its input ends: whoever told it has ended then, and what it said before is still in the pipe.
import { createInterface } from 'node:readline';

const daemons = new Set<number>();
for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) daemons.add(pid);
  else daemons.delete(pid);
}

for (const pid of daemons) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in the same moment.
  }
}
