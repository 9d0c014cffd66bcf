import { processTable } from '../processes/table.ts';

/** How often we look whether npm is still there. Its death leaves no other trace: npm gives its scripts no pipe of its own. */
const LOOK_MS = 250;
const SHELLS = new Set(['sh', 'dash', 'bash', 'zsh', 'ash', 'ksh']);

/**
 * Ends this process when the `npm` that started it is gone: whoever killed npm meant the whole run. Without npm above us
 * nothing is watched.
 * @returns a function that stops watching
 */
export function watchNpm(): () => void {
  if (process.env.npm_lifecycle_event === undefined) {
    return () => {};
  }

  const parent = process.ppid;
  let grandparent: number | undefined;
  // Some shells stay between npm and its script.
  void parentThrough(parent).then((pid) => {
    grandparent = pid;
  });

  const timer = setInterval(() => {
    if (process.ppid !== parent || (grandparent !== undefined && !isThere(grandparent))) {
      process.kill(process.pid, 'SIGKILL');
    }
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function parentThrough(pid: number): Promise<number | undefined> {
  const entries = await processTable().list();
  const entry = entries.find((one) => one.pid === pid);
  return entry !== undefined && SHELLS.has(entry.name) ? entry.ppid : undefined;
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
