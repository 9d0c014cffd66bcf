/**
 * Has a field that anybody can set at any time. After the start it says what is not so.
 *
 * @rejectedBy misuse: whether a process is a daemon cannot be set after its start
 * @diagnosis set-after-the-start
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rmdir } from 'node:fs/promises';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const thisModule = new URL(import.meta.url);
const runTask = fileURLToPath(new URL('./run-task.ts', thisModule));

/** Between two looks of one who waits, milliseconds. */
const LOOK_MS = 10;
/** A timer with a longer delay fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface ProcessOptions {
  target?: Task;
  name?: string;
  daemon?: boolean;
}

export interface ParentProcess {
  readonly pid: number;
  readonly name: string;
  isAlive(): boolean;
  join(timeoutMs?: number): Promise<void>;
}

/** What a child is told. URLs cross as texts. */
interface Recipe {
  options: ProcessOptions;
  identity: readonly number[];
  parent: { pid: number; name: string };
  subclass?: { module: URL; name: string; fields: object };
}

/** What this process knows of itself. */
const here: {
  current?: Process;
  parent?: ParentProcess;
  identity: readonly number[];
  made: number;
  isLoading: boolean;
  children: Set<Process>;
} = { identity: [], made: 0, isLoading: false, children: new Set() };

export class Process {
  static module: URL;

  name: string;
  readonly #identity: readonly number[];
  readonly #target: Task | undefined;
  #daemon: boolean;
  #child: ChildProcess | undefined;
  #isClosed = false;

  constructor({ target, name, daemon = here.current?.daemon ?? false }: ProcessOptions = {}) {
    here.made += 1;
    this.#identity = [...here.identity, here.made];
    this.#target = target;
    this.#daemon = daemon;
    this.name = name ?? `${new.target.name}-${this.#identity.join(':')}`;
  }

  get daemon(): boolean {
    return this.#daemon;
  }

  set daemon(daemon: boolean) {
    this.#daemon = daemon;
  }

  get pid(): number | undefined {
    this.#checkOpen();
    return this === here.current ? process.pid : this.#child?.pid;
  }

  get exitCode(): number | null {
    this.#checkOpen();
    const { exitCode = null, signalCode = null } = this.#child ?? {};
    return signalCode === null ? exitCode : -constants.signals[signalCode];
  }

  async run(): Promise<void> {
    if (this.#target !== undefined) {
      const { module, name, args = [] } = this.#target;
      const exported = await import(module.href);
      await exported[name](...args);
    }
  }

  start(): void {
    this.#checkOpen();
    if (this.#child !== undefined || this === here.current) {
      throw new Error('A process starts once.');
    }

    if (here.isLoading) {
      throw new Error('A child starts no process while it loads its modules: each of its children would do so too.');
    }

    if (here.current?.daemon) {
      throw new Error('A daemon may not start children.');
    }

    const task: Task = { module: thisModule, name: 'become', args: [this.#recipe()] };
    const child = spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: ['ignore', 'inherit', 'inherit'] });
    this.#child = child;
    here.children.add(this);
    child.once('exit', () => here.children.delete(this));
    if (this.#daemon) {
      child.unref();
      process.off('exit', terminateDaemons).once('exit', terminateDaemons);
    }
  }

  async join(timeoutMs = Number.POSITIVE_INFINITY): Promise<void> {
    const child = this.#started();
    if (!this.isAlive() || timeoutMs <= 0) {
      return;
    }

    if (timeoutMs > LONGEST_TIMER_MS) {
      // Who waits for a daemon is kept up by it.
      child.ref();
      await once(child, 'exit');
      return;
    }

    const over = new AbortController();
    const { signal } = over;
    await Promise.race([once(child, 'exit', { signal }), pause(timeoutMs, undefined, { signal })]);
    over.abort();
  }

  isAlive(): boolean {
    this.#checkOpen();
    const isRunning = this.#child?.exitCode === null && this.#child.signalCode === null;
    return this === here.current || isRunning;
  }

  terminate(): void {
    this.#started().kill('SIGTERM');
  }

  kill(): void {
    this.#started().kill('SIGKILL');
  }

  close(): void {
    if (!this.#isClosed && this.isAlive()) {
      throw new Error('A process that is alive cannot be closed.');
    }

    this.#isClosed = true;
    this.#child = undefined;
  }

  #checkOpen(): void {
    if (this.#isClosed) {
      throw new Error('This process object has been closed.');
    }
  }

  #started(): ChildProcess {
    this.#checkOpen();
    if (this.#child === undefined) {
      throw new Error('This is no child that this process has started.');
    }

    return this.#child;
  }

  #recipe(): Recipe {
    const { module, name } = this.constructor as typeof Process;
    return {
      options: { name: this.name, daemon: this.#daemon, ...(this.#target && { target: this.#target }) },
      identity: this.#identity,
      parent: { pid: process.pid, name: currentProcess().name },
      ...(module !== undefined && { subclass: { module, name, fields: this } }),
    };
  }
}

/** The child's side of start(). */
export async function become({ options, identity, parent, subclass }: Recipe): Promise<void> {
  here.parent = watch(parent);
  here.isLoading = true;
  const ownClass = subclass === undefined ? Process : (await import(`${subclass.module}`))[subclass.name];
  const target = options.target && { ...options.target, module: new URL(options.target.module) };
  if (target !== undefined) {
    await import(target.module.href);
  }

  const self: Process = Reflect.construct(Process, [{ ...options, target }], ownClass);
  Object.assign(self, subclass?.fields);
  Object.assign(here, { current: self, identity, made: 0, isLoading: false });
  await self.run();
}

function watch({ pid, name }: Recipe['parent']): ParentProcess {
  // Who has lost his parent is given another one.
  const isAlive = () => process.ppid === pid;
  const join = async (timeoutMs = Number.POSITIVE_INFINITY) => {
    for (let leftMs = timeoutMs; isAlive() && leftMs > 0; leftMs -= LOOK_MS) {
      await pause(Math.min(LOOK_MS, leftMs));
    }
  };
  return { pid, name, isAlive, join };
}

function terminateDaemons(): void {
  for (const child of here.children) {
    if (child.daemon) {
      child.terminate();
    }
  }
}

here.current = new Process({ name: 'MainProcess' });
here.made = 0;

export function currentProcess(): Process {
  return here.current ?? new Process();
}

export function parentProcess(): ParentProcess | undefined {
  return here.parent;
}

export function activeChildren(): Process[] {
  return [...here.children];
}

export interface AcquireOptions {
  block?: boolean;
  timeoutMs?: number;
}

export class Lock {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async acquire({ block = true, timeoutMs = Number.POSITIVE_INFINITY }: AcquireOptions = {}): Promise<boolean> {
    const end = performance.now() + (block ? timeoutMs : 0);
    while (!(await this.take())) {
      if (performance.now() >= end) {
        return false;
      }

      await pause(LOOK_MS);
    }

    return true;
  }

  async release(): Promise<void> {
    // Of two processes only one can remove it: the other one is told ENOENT.
    await rmdir(this.#path);
  }

  async withLock<T>(body: () => T | Promise<T>): Promise<T> {
    await this.acquire();
    try {
      return await body();
    } finally {
      await this.release();
    }
  }

  /** A directory is made once. */
  protected async take(): Promise<boolean> {
    try {
      await mkdir(this.#path);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        return false;
      }

      throw error;
    }
  }
}

export class RLock extends Lock {
  #depth = 0;

  override async release(): Promise<void> {
    if (this.#depth === 0) {
      throw new Error('This process does not hold the lock.');
    }

    this.#depth -= 1;
    if (this.#depth === 0) {
      await super.release();
    }
  }

  protected override async take(): Promise<boolean> {
    const isOurs = this.#depth > 0 || (await super.take());
    this.#depth += isOurs ? 1 : 0;
    return isOurs;
  }
}
