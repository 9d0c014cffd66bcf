// A test runner that plays a family, tells when it has come to the point that its argument names, and goes on for ever.
import { fileURLToPath } from 'node:url';
import { Sandbox } from '../../sandbox.ts';
import { openTestRun } from '../../test-run.ts';

/** Sleepers, shells, the scenario's own process and its child, when all have come; the shell that makes an orphan is gone. */
const FAMILY = 6;

const [moment] = process.argv.slice(2);
const { directory, guardian } = await openTestRun();
const sandbox = new Sandbox(fileURLToPath(new URL('../programs/', import.meta.url)));
setInterval(() => {}, 1_000_000);
let pids: number[] = [];

if (moment === 'opened') {
  tell();
} else if (moment === 'starting') {
  tell();
  await sandbox.play('family');
} else {
  const run = await sandbox.play('family');
  await run.gate('end').reachedBy(2);
  pids = await run.until(
    () => {
      const born = run.evidence().events.filter(({ type }) => type === 'born');
      const gone = new Set(run.evidence().events.flatMap((event) => (event.type === 'gone' ? [event.pid] : [])));
      const alive = born.flatMap((event) => ('pid' in event && !gone.has(event.pid) ? [event.pid] : []));
      return alive.length === FAMILY ? alive : undefined;
    },
    { expected: `${FAMILY} processes`, saw: () => 'others' },
  );
  tell();
  if (moment === 'sweeping') {
    await sandbox.close();
  }
}

function tell(): void {
  process.stdout.write(`${JSON.stringify({ runner: process.pid, directory, guardian, pids })}\n`);
}
