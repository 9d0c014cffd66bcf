// Parent and child talk over a channel: the child is told by message what it is, and sees by the end of the channel that its parent
// has ended.
import { type ChildProcess, fork } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Birth, ParentProcess } from './birth.ts';
import type { Task } from './task.ts';

export type { ParentProcess } from './birth.ts';
export { type AcquireOptions, Lock, RLock } from './locks.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));

export interface ProcessOptions {
  target?: Task;
  name?: string;
  daemon?: boolean;
}

type Role =
  | { is: 'new' }
  | { is: 'child'; child: ChildProcess; end: Promise<void> }
  | { is: 'current' }
  | { is: 'closed' };

export class Process {
  static module: URL;

  // Private fields do not cross; these are told with the rest.
  #name: string;
  #daemon: boolean;
  #role: Role = { is: 'new' };
  readonly #identity: readonly number[];
  readonly #target: Task | undefined;

  constructor(options: ProcessOptions = {}) {
    this.#identity = [...family.identity, family.next()];
    this.#target = options.target;
    this.#name = options.name ?? `${this.constructor.name}-${this.#identity.join(':')}`;
    this.#daemon = options.daemon ?? family.isDaemon;
  }

  /** The object of this very process. */
  static current(options: ProcessOptions, ownClass: typeof Process = Process): Process {
    const process: Process = Reflect.construct(Process, [options], ownClass);
    process.#role = { is: 'current' };
    return process;
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  get daemon(): boolean {
    return this.#daemon;
  }

  set daemon(daemon: boolean) {
    if (this.#role.is !== 'new') {
      throw new Error(`${this.#name} is ${this.#role.is}: too late to make it a daemon, or none.`);
    }

    this.#daemon = daemon;
  }

  get pid(): number | undefined {
    const role = this.#open();
    return role.is === 'child' ? role.child.pid : role.is === 'current' ? process.pid : undefined;
  }

  get exitCode(): number | null {
    const role = this.#open();
    if (role.is !== 'child') {
      return null;
    }

    const { exitCode, signalCode } = role.child;
    return signalCode === null ? exitCode : -constants.signals[signalCode];
  }

  run(): void | Promise<void> {
    return this.#target && callTask(this.#target);
  }

  start(): void {
    const { is } = this.#open();
    if (is !== 'new') {
      throw new Error(`${this.#name} cannot be started: it is ${is}.`);
    }

    family.checkMayStart();
    const child = fork(program, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
      execArgv: [],
    });
    const end = new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => {
        family.children.delete(this);
        resolve();
      });
    });
    // Whoever joins hears of it; where nobody does, it is no failure of the program.
    end.catch(() => {});
    this.#role = { is: 'child', child, end };
    family.children.add(this);
    // It is copied here and now.
    child.send(this.#birth());
    child.channel?.unref();
    if (this.#daemon) {
      child.unref();
    }
  }

  async join(timeoutMs?: number): Promise<void> {
    const role = this.#open();
    if (role.is !== 'child') {
      throw new Error(`${this.#name} is ${role.is}, and no child to be joined.`);
    }

    if (timeoutMs === undefined) {
      role.child.ref();
      await role.end;
    } else if (timeoutMs > 0 && this.isAlive()) {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      });
      await Promise.race([role.end, limit]).finally(() => clearTimeout(timer));
    }
  }

  isAlive(): boolean {
    const { is } = this.#open();
    return is === 'current' || (is === 'child' && this.exitCode === null);
  }

  terminate(): void {
    this.#signal('SIGTERM');
  }

  kill(): void {
    this.#signal('SIGKILL');
  }

  close(): void {
    if (this.#role.is !== 'closed' && this.isAlive()) {
      throw new Error(`${this.#name} is alive, and cannot be closed.`);
    }

    this.#role = { is: 'closed' };
  }

  #open(): Role {
    if (this.#role.is === 'closed') {
      throw new Error(`${this.#name} has been closed.`);
    }

    return this.#role;
  }

  #signal(signal: NodeJS.Signals): void {
    const role = this.#open();
    if (role.is !== 'child') {
      throw new Error(`${this.#name} is ${role.is}, and no child to be signalled.`);
    }

    role.child.kill(signal);
  }

  #birth(): Birth {
    const { module, name } = this.constructor as typeof Process;
    return {
      name: this.#name,
      daemon: this.#daemon,
      identity: this.#identity,
      parent: { pid: process.pid, name: family.current.name },
      ...(this.#target && { target: { ...this.#target, module: this.#target.module.href } }),
      ...(module && { subclass: { module: module.href, name, fields: { ...this } } }),
    };
  }
}

/** Imports the module of a task and calls it. */
async function callTask({ module, name, args = [] }: Task): Promise<void> {
  const exported = await import(module.href);
  await exported[name](...args);
}

/** This process among its relatives. */
class Family {
  identity: readonly number[] = [];
  isDaemon = false;
  isLoading = false;
  parent: ParentProcess | undefined;
  readonly children = new Set<Process>();
  #made = 0;
  #current: Process | undefined;

  get current(): Process {
    this.#current ??= Process.current({ name: 'MainProcess', daemon: false });
    return this.#current;
  }

  next(): number {
    this.#made += 1;
    return this.#made;
  }

  /** From now on this process is that one. */
  settle(current: Process, identity: readonly number[]): void {
    this.#current = current;
    this.identity = identity;
    this.isDaemon = current.daemon;
    this.isLoading = false;
    this.#made = 0;
  }

  checkMayStart(): void {
    if (this.isLoading) {
      throw new Error('A child that loads its modules may not start processes: where is the main guard?');
    }

    if (this.isDaemon) {
      throw new Error('A daemon may not start processes.');
    }

    process.off('exit', terminateDaemons).once('exit', terminateDaemons);
  }
}

/** For this package's own modules. */
export const family = new Family();
family.settle(Process.current({ name: 'MainProcess' }), []);

function terminateDaemons(): void {
  for (const child of family.children) {
    if (child.daemon) {
      child.terminate();
    }
  }
}

export function currentProcess(): Process {
  return family.current;
}

export function parentProcess(): ParentProcess | undefined {
  return family.parent;
}

export function activeChildren(): Process[] {
  return Array.from(family.children);
}
