import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

export interface Exit {
  code: number | null;
  signal: string | null;
}

// One listener a child, taken at the first question, whoever asks and however often.
const exits = new WeakMap<ChildProcess, Promise<Exit>>();

export function join(child: ChildProcess): Promise<Exit> {
  let exit = exits.get(child);
  if (exit === undefined) {
    exit = firstExit(child);
    exits.set(child, exit);
  }

  return exit;
}

export async function joinWithin(child: ChildProcess, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  try {
    return await Promise.race([join(child).then(() => true), timeIsUp]);
  } finally {
    clearTimeout(timer);
  }
}

export function runAll(tasks: readonly Task[]): Promise<Exit[]> {
  const program = fileURLToPath(new URL('./run-task.ts', import.meta.url));
  return Promise.all(tasks.map((task) => join(fork(program, [JSON.stringify(task)]))));
}

async function firstExit(child: ChildProcess): Promise<Exit> {
  child.stdout?.resume();
  child.stderr?.resume();
  const { exitCode, signalCode } = child;
  if (exitCode !== null || signalCode !== null) {
    return { code: exitCode, signal: signalCode };
  }

  const [code, signal] = await once(child, 'exit');
  return { code, signal };
}
