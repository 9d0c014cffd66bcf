/**
 * Sends the fields when the child says that it is there. By then the caller has gone on, and may have changed them.
 *
 * @rejectedBy run() finds its fields as they were when start() was called
 * @diagnosis fields-of-another-moment
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const thisModule = new URL(import.meta.url);
const receiver = fileURLToPath(new URL('./receiver.ts', thisModule));
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
    const child = fork(receiver);
    child.once('message', () => child.send([module, name, this]));
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
