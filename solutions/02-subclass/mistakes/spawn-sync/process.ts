/**
 * Starts the process with a call that returns when it has ended.
 *
 * @rejectedBy start() returns while run() is at work
 * @diagnosis start-waited-for-the-end
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const thisModule = new URL(import.meta.url);
const runTask = fileURLToPath(new URL('./run-task.ts', thisModule));

export abstract class Process {
  static module: URL;
  pid: number | undefined;
  abstract run(): void | Promise<void>;

  start(): void {
    if (this.pid !== undefined) {
      throw new Error('A process can be started only once.');
    }

    const { module, name } = this.constructor as typeof Process;
    const task: Task = { module: thisModule, name: 'runObject', args: [module, name, this] };
    this.pid = spawnSync(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' }).pid;
  }

  async join(): Promise<void> {
    if (this.pid === undefined) {
      throw new Error('The process was never started.');
    }
  }
}

export async function runObject(module: string, name: string, fields: object): Promise<void> {
  const exported: Record<string, typeof Process> = await import(module);
  const object: Process = Object.create(exported[name]?.prototype ?? null);
  await Object.assign(object, fields).run();
}
