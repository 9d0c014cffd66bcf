/**
 * The same file is the program of the child, and awaits the import of the subclass at its top level.
 * The subclass imports this file, which is not done before its await is over: each waits for the other.
 *
 * @rejectedBy run() is executed in a process of its own, a child of the caller, and there alone
 * @diagnosis run-never-called
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const thisFile = fileURLToPath(import.meta.url);
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
    const child = spawn(process.execPath, [thisFile, JSON.stringify([module, name, this])], { stdio: 'inherit' });
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

if (process.argv[1] === thisFile) {
  const [module, name, fields] = JSON.parse(process.argv[2] ?? '');
  const exported = await import(module);
  await Object.assign(Object.create(exported[name].prototype), fields).run();
}
