import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

export interface Exit {
  code: number | null;
  signal: string | null;
}

export function join(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve, reject) => onEnd(child, resolve, reject));
}

export function joinWithin(child: ChildProcess, ms: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      resolve(false);
    }, ms);
    const stop = onEnd(
      child,
      () => {
        clearTimeout(timer);
        resolve(true);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

export function runAll(tasks: readonly Task[]): Promise<Exit[]> {
  const program = fileURLToPath(new URL('./run-task.ts', import.meta.url));
  const started = tasks.map((task) => spawn(process.execPath, [program, JSON.stringify(task)], { stdio: 'ignore' }));
  return Promise.all(started.map(join));
}

/** Calls one of the two, once. Returns a function that takes the listeners away. */
function onEnd(child: ChildProcess, ended: (exit: Exit) => void, failed: (error: Error) => void): () => void {
  child.stdout?.on('data', ignore);
  child.stderr?.on('data', ignore);
  const stop = () => {
    child.off('exit', onExit);
    child.off('error', onError);
    child.stdout?.off('data', ignore);
    child.stderr?.off('data', ignore);
  };
  const onExit = (code: number | null, signal: string | null) => {
    stop();
    ended({ code, signal });
  };
  const onError = (error: Error) => {
    stop();
    failed(error);
  };

  if (child.exitCode !== null || child.signalCode !== null) {
    queueMicrotask(() => onExit(child.exitCode, child.signalCode));
  } else {
    child.on('exit', onExit);
    child.on('error', onError);
  }

  return stop;
}

function ignore(): void {}
