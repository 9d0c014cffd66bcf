import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Cell {
  pid: number;
  get(): Promise<number>;
  set(value: number): Promise<void>;
  close(): Promise<void>;
}

type Settle = (error: Error | undefined, value: number) => void;

/** A channel keeps the order: the oldest question that waits is the one that is answered next. */
class ForkedCell implements Cell {
  readonly #child: ChildProcess;
  readonly #questions: Settle[] = [];
  #isGone = false;

  constructor(initial: number) {
    this.#child = fork(import.meta.filename, ['cell', String(initial)]);
    this.#child.on('message', (value: number) => this.#questions.shift()?.(undefined, value));
    this.#child.on('error', () => {});
    this.#child.on('exit', () => {
      this.#isGone = true;
      for (const settle of this.#questions.splice(0)) {
        settle(new Error('gone'), Number.NaN);
      }
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get(): Promise<number> {
    return this.#ask(null);
  }

  async set(value: number): Promise<void> {
    await this.#ask(value);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      if (this.#isGone) {
        resolve();
      } else {
        this.#child.disconnect();
      }
    });
  }

  #ask(value: number | null): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#isGone) {
        reject(new Error('gone'));
      } else {
        this.#questions.push((error, answer) => (error ? reject(error) : resolve(answer)));
        this.#child.send({ value });
      }
    });
  }
}

export async function openCell(initial: number): Promise<Cell> {
  return new ForkedCell(initial);
}

let money = 999;

export function spendInChild(): Promise<{ child: number; parent: number }> {
  return new Promise((resolve) => {
    const spender = fork(import.meta.filename, ['spender']);
    spender.on('message', (child: number) => resolve({ child, parent: money }));
  });
}

// One file is both sides: as a program of its own it is a child. (The path of a program is that of its file.)
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , role, initial] = process.argv;
  if (role === 'spender') {
    money = 666;
    process.send?.(money);
  } else {
    let number = Number(initial);
    process.on('message', ({ value }: { value: number | null }) => {
      number = value ?? number;
      process.send?.(number);
    });
  }
}
