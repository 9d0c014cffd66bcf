import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

export abstract class Process {
  static module: URL;
  pid: number | undefined;
  declare private child: ChildProcess | undefined;

  /** How an object comes back to life in the child. A subclass with fields that need care has one of its own. */
  static revive(prototype: Process, fields: object): Process {
    return Object.assign(Object.create(prototype), fields);
  }

  abstract run(): void | Promise<void>;

  start(): void {
    if (this.child !== undefined) {
      throw new Error('start() was called already.');
    }

    const { module, name } = this.constructor as typeof Process;
    const args = [module, name, Object.entries(this)];
    const task: Task = { module: new URL(import.meta.url), name: 'reviveAndRun', args };
    const child = spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' });
    // Not enumerable: no field of those that cross.
    Object.defineProperty(this, 'child', { value: child });
    this.pid = child.pid;
  }

  async join(): Promise<void> {
    const { child } = this;
    if (child === undefined) {
      throw new Error('join() before start().');
    }

    if (child.exitCode === null && child.signalCode === null) {
      await once(child, 'exit');
    }
  }
}

/** The child's side. */
export async function reviveAndRun(module: string, name: string, entries: [string, unknown][]): Promise<void> {
  const { [name]: found } = (await import(module)) as Record<string, typeof Process>;
  if (found === undefined) {
    throw new Error(`${module} does not export ${name}`);
  }

  await found.revive(found.prototype, Object.fromEntries(entries)).run();
}
