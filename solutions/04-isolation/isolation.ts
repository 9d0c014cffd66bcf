import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

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

/** Without a value it asks for the number, with one it sets it. */
interface Question {
  id: number;
  value?: number;
}

interface Answer {
  id: number;
  value: number;
}

interface Caller {
  resolve(value: number): void;
  reject(error: Error): void;
}

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/**
 * Starts a process that keeps a number in its memory and answers questions about it. Calls may overlap: a cell does what it is
 * asked in the order in which it was asked. When its process dies, calls that wait for an answer reject, and later ones too.
 */
export async function openCell(initial: number): Promise<Cell> {
  const child = runHere('keepNumber', initial);
  await once(child, 'spawn');
  const { pid = 0 } = child;

  const callers = new Map<number, Caller>();
  child.on('message', ({ id, value }: Answer) => {
    callers.get(id)?.resolve(value);
    callers.delete(id);
  });

  // A dead process answers nothing any more, and nobody but us can tell those who wait.
  const gone = once(child, 'exit').then(() => {
    for (const { reject } of callers.values()) {
      reject(new Error(`The process of the cell, ${pid}, is gone`));
    }
  });

  let lastId = 0;
  const ask = (value?: number) =>
    new Promise<number>((resolve, reject) => {
      const id = ++lastId;
      callers.set(id, { resolve, reject });
      // The channel of a dead process takes no message: that is reported here.
      child.send({ id, ...(value !== undefined && { value }) } satisfies Question, (error) => error && reject(error));
    });

  return {
    pid,
    get: () => ask(),
    set: async (value) => {
      await ask(value);
    },
    close: async () => {
      // There is nothing to put away in a memory, and a process that is stopped would not hear a polite word.
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** In the child: its memory is this one variable. */
export function keepNumber(initial: number): void {
  let number = initial;
  process.on('message', ({ id, value = number }: Question) => {
    number = value;
    process.send?.({ id, value: number } satisfies Answer);
  });
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
