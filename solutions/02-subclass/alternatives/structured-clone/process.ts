import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const receiver = fileURLToPath(new URL('./receiver.ts', import.meta.url));

/** The ends of processes, listened for from the start on: whoever asks later finds a promise that is settled. */
const ends = new WeakMap<Process, Promise<void>>();

export abstract class Process {
  static module: URL;
  pid: number | undefined;
  abstract run(): void | Promise<void>;

  start(): void {
    if (ends.has(this)) {
      throw new Error('This process was started before, and a process starts once.');
    }

    const { module, name } = this.constructor as typeof Process;
    // The structured clone algorithm takes more than JSON: dates, maps, sets, references in circles.
    const child = fork(receiver, { serialization: 'advanced' });
    ends.set(this, endOf(child));
    this.pid = child.pid;
    child.send({ module: module.href, name, fields: { ...this } });
  }

  join(): Promise<void> {
    return ends.get(this) ?? Promise.reject(new Error('This process has not been started.'));
  }
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}
