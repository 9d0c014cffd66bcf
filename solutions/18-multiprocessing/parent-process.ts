import { setTimeout as pause } from 'node:timers/promises';

/** What a process knows of the one that started it. */
export interface ParentProcess {
  readonly pid: number;
  readonly name: string;
  isAlive(): boolean;
  /** Waits until it has ended, or the time is up, as `Process.join` does. */
  join(timeoutMs?: number): Promise<void>;
}

/** Between two looks, milliseconds: nobody tells a child of its parent's end. */
const LOOK_MS = 20;

/** The parent as it was when it started this process. */
export class Parent implements ParentProcess {
  readonly pid: number;
  readonly name: string;

  constructor({ pid, name }: { pid: number; name: string }) {
    this.pid = pid;
    this.name = name;
  }

  /** The moment it ends, the kernel gives its children another parent. */
  isAlive(): boolean {
    return process.ppid === this.pid;
  }

  async join(timeoutMs = Number.POSITIVE_INFINITY): Promise<void> {
    const end = performance.now() + timeoutMs;
    while (this.isAlive() && performance.now() < end) {
      await pause(LOOK_MS);
    }
  }
}
