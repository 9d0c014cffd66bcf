import { type ChildProcess, spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * How a child came to its end. 'stopped': within the grace. 'killed': not within the grace, so it was killed. 'already over': it
 * had ended before.
 */
export type Ending = 'stopped' | 'killed' | 'already over';

/** How often the table is read while a tree ends, milliseconds. A pid is not given away again that soon. */
const LOOK_MS = 50;

const asked = new WeakSet<ChildProcess>();

/** Asks a child to end, with SIGTERM, and waits for nothing. A child that has ended already is sent no signal. */
export function terminate(child: ChildProcess): void {
  // After its exit a ChildProcess holds no process any more, and this sends nothing.
  child.kill();
}

/**
 * Asks a child to end, gives it time to put its things away, and kills it when the time is up. Whoever calls while a child is
 * being stopped shares that stop: the child is asked once, and all callers get the same answer.
 * @param graceMs how long the child may take, milliseconds
 * @returns settles when the child has ended, and not later
 */
export async function stop(child: ChildProcess, graceMs: number): Promise<Ending> {
  if (hasEnded(child)) {
    return 'already over';
  }

  if (!asked.has(child)) {
    asked.add(child);
    terminate(child);
  }

  const deadline = Date.now() + graceMs;
  while (!hasEnded(child)) {
    await pause(LOOK_MS);
    if (Date.now() >= deadline) {
      child.kill('SIGKILL');
    }
  }

  return child.signalCode === 'SIGKILL' ? 'killed' : 'stopped';
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/**
 * The same for a process, its children, their children and so on, and for nobody else. All are asked; whoever is left when the
 * time is up is killed. A tree that is over already needs nothing.
 * @param pid the process at the root of the tree: ours or anybody's child
 * @param graceMs how long they may take, milliseconds
 * @returns settles when all of them have ended, and not later
 */
export async function stopTree(pid: number, graceMs: number): Promise<void> {
  const deadline = Date.now() + graceMs;
  const tree = listTree(pid);
  for (const member of tree) send('SIGTERM', member);
  while (tree.some(isAlive)) {
    await pause(LOOK_MS);
    if (Date.now() >= deadline) {
      for (const member of tree.filter(isAlive)) send('SIGKILL', member);
    }
  }
}

/** Leaves first: a parent that restarts its children has none to restart when its own turn comes. */
function listTree(pid: number): number[] {
  const children = ps('-A', '-o', 'pid=,ppid=').filter(([, ppid]) => Number(ppid) === pid);
  return [...children.flatMap(([child]) => listTree(Number(child))), pid];
}

function isAlive(pid: number): boolean {
  const [[state = 'Z'] = []] = ps('-o', 'stat=', '-p', String(pid));
  return !state.startsWith('Z');
}

function ps(...args: string[]): string[][] {
  const { stdout } = spawnSync('ps', args, { encoding: 'utf8' });
  const lines = stdout.trim().split('\n');
  return lines.filter((line) => line !== '').map((line) => line.trim().split(/\s+/));
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
