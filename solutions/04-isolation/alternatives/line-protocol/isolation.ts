import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Cell {
  pid: number;
  get(): Promise<number>;
  set(value: number): Promise<void>;
  close(): Promise<void>;
}

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const here = (name: string, ...args: unknown[]) => [runTask, JSON.stringify({ module: import.meta.url, name, args })];

/** A question is a line of the child's stdin (empty, or a number to keep), an answer a line of its stdout. */
export async function openCell(initial: number): Promise<Cell> {
  const child = spawn(process.execPath, here('keepNumber', initial), { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  // A broken pipe is the same news as the end of its reader.
  child.stdin.on('error', () => {});

  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => waiting.shift()?.resolve(line));
  let isOver = false;
  lines.on('close', () => {
    isOver = true;
    for (const { reject } of waiting) {
      reject(new Error('The cell has ended'));
    }
  });

  function ask(line: string): Promise<string> {
    return new Promise((resolve, reject) => {
      if (isOver) {
        reject(new Error('The cell has ended'));
        return;
      }

      waiting.push({ resolve, reject });
      child.stdin.write(`${line}\n`);
    });
  }

  return {
    pid: child.pid ?? 0,
    get: async () => Number(await ask('')),
    async set(value) {
      await ask(String(value));
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}

export function keepNumber(initial: number): void {
  let number = initial;
  createInterface({ input: process.stdin }).on('line', (line) => {
    number = line === '' ? number : Number(line);
    process.stdout.write(`${number}\n`);
  });
}

let money = 999;

export function spend(): void {
  money = 666;
  process.stdout.write(String(money));
}

export async function spendInChild(): Promise<{ child: number; parent: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, here('spend'));
  return { child: Number(stdout), parent: money };
}
