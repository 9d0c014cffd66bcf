import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const thisModule = new URL(import.meta.url);
const runTask = fileURLToPath(new URL('./run-task.ts', thisModule));

// Beside the objects, not in them: what is in them goes to the child.
const children = new WeakMap<Process, ChildProcess>();

/**
 * A process as an object: a subclass says in `run()` what is to be done, and `start()` has it done in a new process.
 *
 * A subclass is exported under its own name by the module that its static `module` names.
 */
export abstract class Process {
  /** The module that exports the class: each subclass says `static override module = new URL(import.meta.url)`. */
  static module: URL;

  /** The pid of the process that was started; undefined before. */
  pid: number | undefined;

  /** What the process does. Called directly it runs here, like any method. */
  abstract run(): void | Promise<void>;

  /**
   * Starts a new process that executes `run()` with the fields as they are now, and returns at once.
   * @throws {Error} that says that a process is started once, when it has been started before
   */
  start(): void {
    if (children.has(this)) {
      throw new Error('A process can be started only once: make another object for another process.');
    }

    // The class of the object, as against the class in which this line stands.
    const { module, name } = this.constructor as typeof Process;
    const task: Task = { module: thisModule, name: 'runObject', args: [module, name, this] };
    const child = spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' });
    children.set(this, child);
    this.pid = child.pid;
  }

  /**
   * Waits until the process has ended, however it ended, also if it has ended already.
   * @throws {Error} that says so, when it was never started
   */
  async join(): Promise<void> {
    const child = children.get(this);
    if (child === undefined) {
      throw new Error('There is nothing to join: the process was never started.');
    }

    // The event comes once. An end that came before has left its status in one of these.
    if (child.exitCode === null && child.signalCode === null) {
      await once(child, 'exit');
    }
  }
}

/** The child's side: puts the object together again, and runs it. */
export async function runObject(module: string, name: string, fields: object): Promise<void> {
  const exported: Record<string, typeof Process> = await import(module);
  // Not `new`: the constructor has done its work where the object was made.
  const object: Process = Object.create(exported[name]?.prototype ?? null);
  await Object.assign(object, fields).run();
}
