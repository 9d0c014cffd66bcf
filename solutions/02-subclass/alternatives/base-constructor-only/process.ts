import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const PAUSE_MS = 10;

export abstract class Process {
  static module: URL;
  pid: number | undefined;
  // A private field is made by the constructor of its class: an object without one could not even be asked for it.
  #child: ChildProcess | undefined;

  abstract run(): void | Promise<void>;

  start(): void {
    if (this.#child !== undefined) {
      throw new Error('One object, one process: it cannot be started again.');
    }

    const { module, name } = this.constructor as typeof Process;
    const fields = serialize({ ...this }).toString('base64');
    const task: Task = { module: new URL(import.meta.url), name: 'runInChild', args: [module, name, fields] };
    this.#child = spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' });
    this.pid = this.#child.pid;
  }

  async join(): Promise<void> {
    const child = this.#child;
    if (child === undefined) {
      throw new Error('It was not started.');
    }

    while (child.exitCode === null && child.signalCode === null) {
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS);
      });
    }
  }
}

/** The child's side: `Reflect.construct` runs the constructor of Process alone, and makes an object of the subclass. */
export async function runInChild(module: string, name: string, fields: string): Promise<void> {
  const { [name]: subclass } = await import(module);
  const object: Process = Reflect.construct(Process, [], subclass);
  Object.assign(object, deserialize(Buffer.from(fields, 'base64')));
  await object.run();
}
