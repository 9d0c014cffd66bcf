import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

export interface Exit {
  code: number | null;
  signal: string | null;
}

const PAUSE_MS = 15;

export async function join(child: ChildProcess): Promise<Exit> {
  await poll(child, Number.POSITIVE_INFINITY);
  return { code: child.exitCode, signal: child.signalCode };
}

export function joinWithin(child: ChildProcess, ms: number): Promise<boolean> {
  return poll(child, performance.now() + ms);
}

export async function runAll(tasks: readonly Task[]): Promise<Exit[]> {
  const program = fileURLToPath(new URL('./run-task.ts', import.meta.url));
  const children = tasks.map((task) => spawn(process.execPath, [program, JSON.stringify(task)], { stdio: 'inherit' }));
  const exits: Exit[] = [];
  for (const child of children) {
    exits.push(await join(child));
  }

  return exits;
}

async function poll(child: ChildProcess, deadline: number): Promise<boolean> {
  child.stdout?.resume();
  child.stderr?.resume();
  const failure: { error?: Error } = {};
  const note = (error: Error) => {
    failure.error = error;
  };
  child.once('error', note);
  try {
    while (child.exitCode === null && child.signalCode === null) {
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) {
        return false;
      }

      await pause(Math.min(PAUSE_MS, leftMs));
    }

    // A program that could not be started has an exit code too: a negative error number.
    if (failure.error !== undefined) {
      throw failure.error;
    }

    return true;
  } finally {
    child.off('error', note);
  }
}
