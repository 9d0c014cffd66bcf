/**
 * Starts a worker thread. It has variables of its own, but it lives in the memory of this process, and dies with it.
 *
 * @rejectedBy every cell is a process of its own
 * @diagnosis cell-in-the-caller
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** A number that is kept in the memory of a process of its own. */
export interface Cell {
  /** The process in whose memory it is. */
  pid: number;
  /** Asks the process for the number. */
  get(): Promise<number>;
  /** Gives the process another number; done when the process holds it. */
  set(value: number): Promise<void>;
  /** Ends the process; done when it is gone. */
  close(): Promise<void>;
}

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/**
 * Starts a process that keeps a number in its memory and answers questions about it. Calls may overlap: a cell does what it is
 * asked in the order in which it was asked. When its process dies, calls that wait for an answer reject, and later ones too.
 */
export async function openCell(initial: number): Promise<Cell> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { initial } });
  const [pid] = await once(worker, 'message');
  const ask = async (value?: number): Promise<number> => {
    const answer = once(worker, 'message');
    worker.postMessage(value);
    return (await answer)[0];
  };

  return {
    pid,
    get: () => ask(),
    set: async (value) => {
      await ask(value);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

if (!isMainThread) {
  let number: number = workerData.initial;
  parentPort?.on('message', (value = number) => {
    number = value;
    parentPort?.postMessage(number);
  });
  parentPort?.postMessage(process.pid);
}

let money = 999;

/** Spends money of the process that calls it. */
export function spend(): number {
  money = 666;
  return money;
}

/** In the child: spends, and tells. */
export function spendAndTell(): void {
  process.send?.(spend());
}

/**
 * Starts a child process that loads this very module and spends money there.
 * @returns the money that the child told it had then, and after that the money here
 */
export async function spendInChild(): Promise<{ child: number; parent: number }> {
  const [child] = await once(runHere('spendAndTell'), 'message');
  return { child, parent: money };
}

/** Starts a child that loads this module, a copy of its own, and calls one of its functions. A channel for messages joins us. */
function runHere(name: string, ...args: readonly unknown[]): ChildProcess {
  return fork(runTask, [JSON.stringify({ module: import.meta.url, name, args })]);
}
