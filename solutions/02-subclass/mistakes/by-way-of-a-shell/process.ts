/**
 * Lets a shell start the process in the background: its parent is then whoever adopts orphans, and the pid is that of the shell.
 *
 * @rejectedBy run() is executed in a process of its own, a child of the caller, and there alone
 * @diagnosis not-our-child
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
    const command = [process.execPath, runTask, JSON.stringify(task)];
    const child = spawn('sh', ['-c', '"$@" &', 'sh', ...command], { stdio: 'inherit' });
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
  const exported: Record<string, typeof Process> = await import(module);
  const object: Process = Object.create(exported[name]?.prototype ?? null);
  await Object.assign(object, fields).run();
}
