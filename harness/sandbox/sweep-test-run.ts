import { Members } from './members.ts';
import { removeTree } from './remove-tree.ts';
import { sweep } from './sweep.ts';
import { recordedSessions } from './test-run-directory.ts';
import { Watcher } from './watcher.ts';

/**
 * Ends all processes of all sandboxes of a test run, and removes its directory.
 * @param directory the test run's
 * @param since when it began, milliseconds on CLOCK_MONOTONIC
 * @throws {SweepError}
 */
export async function sweepTestRun(directory: string, since: number): Promise<void> {
  const members = new Members({ directory, since, self: process.pid });
  for (const [session, leader] of recordedSessions(directory)) {
    members.expectSession(session, leader);
  }

  const watcher = new Watcher();
  const unwatch = watcher.watch({
    since,
    beat() {},
    glance() {},
    see: (entries, look) => void members.update(entries, look),
    // It is looked again, and that look fails or not.
    fail() {},
  });
  try {
    // Twice: a child that a runner was just starting when it was killed could step into the directory until that was gone.
    for (let round = 1; round <= 2; round += 1) {
      await sweep(members, () => watcher.look()).finally(() => removeTree(directory));
    }
  } finally {
    unwatch();
  }
}
