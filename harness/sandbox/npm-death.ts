import type { ProcessEntry } from '../processes/entry.ts';
import { processTable } from '../processes/table.ts';

/** How often we look whether npm is still there. Its death leaves no other trace: npm gives its scripts no pipe of its own. */
const LOOK_MS = 100;
const SHELLS = new Set(['sh', 'dash', 'bash', 'zsh', 'ash', 'ksh']);

/**
 * Ends this process when the `npm` that started it is gone: whoever killed npm meant the whole run. Without npm above us
 * nothing is watched.
 *
 * That npm is gone shows in its child's parent, which is another one at once. Its pid tells nothing: it still answers while
 * npm is a zombie, and may be somebody else's later.
 * @returns a function that stops watching
 */
export function watchNpm(): () => void {
  if (process.env.npm_lifecycle_event === undefined) {
    return () => {};
  }

  const parent = process.ppid;
  let shell: ProcessEntry | undefined;
  let isLooking = false;
  const look = async () => {
    const entry = (await processTable().list()).find(({ pid }) => pid === parent);
    if (shell === undefined && entry !== undefined && SHELLS.has(entry.name)) {
      // Some shells stay between npm and its script.
      shell = entry;
    } else if (shell !== undefined && entry?.ppid !== shell.ppid) {
      endWithIt();
    }
  };
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      endWithIt();
    } else if (shell !== undefined && !isLooking) {
      isLooking = true;
      void look().finally(() => {
        isLooking = false;
      });
    }
  }, LOOK_MS);
  timer.unref();
  void look();
  return () => clearInterval(timer);
}

function endWithIt(): void {
  process.kill(process.pid, 'SIGKILL');
}
