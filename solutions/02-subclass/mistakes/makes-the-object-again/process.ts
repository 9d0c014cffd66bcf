/**
 * Makes the object with `new` in the child, and then puts the fields in: the constructor runs a second time, without its arguments.
 *
 * @rejectedBy the constructor does not run again in the child
 * @diagnosis constructed-again
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const thisModule = new URL(import.meta.url);
const runTask = fileURLToPath(new URL('./run-task.ts', thisModule));
const children = new WeakMap<Process, ChildProcess>();

export abstract class Process {
  static module: URL;
  pid: number | undefined;
  abstract run(): void | Promise<void>;

  start(): void {
    if (children.has(this)) {
      throw new Error('A process can be started only once.');
    }

    const { module, name } = this.constructor as typeof Process;
    const task: Task = { module: thisModule, name: 'runObject', args: [module, name, this] };
    const child = spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' });
    children.set(this, child);
    this.pid = child.pid;
  }

  async join(): Promise<void> {
    const child = children.get(this);
    if (child === undefined) {
      throw new Error('The process was never started.');
    }

    if (child.exitCode === null && child.signalCode === null) {
      await once(child, 'exit');
    }
  }
}

export async function runObject(module: string, name: string, fields: object): Promise<void> {
  const exported: Record<string, new () => Process> = await import(module);
  const Subclass = exported[name];
  if (Subclass !== undefined) {
    await Object.assign(new Subclass(), fields).run();
  }
}
