// The guardian: a program that does nothing as long as the test runner holds the other end of its standard input. At end of
// file it sweeps every sandbox of that test run and removes the run's directory.
import { processTable } from '../processes/table.ts';
import { SANDBOX_VARIABLE } from './journal-writer.ts';
import { Members } from './members.ts';
import { removeTree } from './remove-tree.ts';
import { sweep } from './sweep.ts';
import { recordedSessions } from './test-run-directory.ts';

const [directory, since] = process.argv.slice(2);
if (directory === undefined || since === undefined) {
  throw new Error('Usage: guardian.ts DIRECTORY SINCE (CLOCK_MONOTONIC milliseconds at which the test run began)');
}

process.stdin.resume();
process.stdin.once('end', () => void guard(directory, Number(since)));

// Whoever signals the whole terminal or session means the tests, not this.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {});
}

async function guard(run: string, since: number): Promise<void> {
  const table = processTable();
  const members = new Members({ directory: run, since, never: new Set([process.pid]) });
  for (const session of recordedSessions(run)) {
    members.expectSession(session);
  }

  try {
    await sweep(members, async () => {
      const entries = await table.list();
      const pids = entries.map(({ pid }) => pid);
      const details = await table.inspect(pids, SANDBOX_VARIABLE);
      members.update(entries, ({ pid }) => details.get(pid));
    });
  } finally {
    await removeTree(run);
  }
}
