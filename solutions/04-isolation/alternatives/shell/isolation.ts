import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Cell {
  pid: number;
  get(): Promise<number>;
  set(value: number): Promise<void>;
  close(): Promise<void>;
}

/** A shell has variables too, and it is up in a tenth of the time. Each line that it reads it answers with the number it keeps. */
const CELL = 'number=$1; while read -r line; do [ "$line" ] && number=$line; echo "$number"; done';

export async function openCell(initial: number): Promise<Cell> {
  const child = spawn('sh', ['-c', CELL, 'cell', String(initial)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const callers: PromiseCallbacks[] = [];
  let unread = '';
  let isOver = false;
  child.stdin.on('error', () => {});
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unread + text).split('\n');
    unread = lines.pop() ?? '';
    for (const line of lines) {
      callers.shift()?.resolve(Number(line));
    }
  });
  const closed = new Promise<void>((resolve) => {
    child.on('exit', () => {
      isOver = true;
      for (const { reject } of callers) reject(new Error('The shell has ended'));
      resolve();
    });
  });

  async function ask(line: string): Promise<number> {
    if (isOver) throw new Error('The shell has ended');
    child.stdin.write(`${line}\n`);
    return new Promise((resolve, reject) => callers.push({ resolve, reject }));
  }

  return {
    pid: child.pid ?? 0,
    get: () => ask(''),
    set: async (value) => void (await ask(`${value}`)),
    close: () => {
      child.stdin.destroy();
      return closed;
    },
  };
}

interface PromiseCallbacks {
  resolve(value: number): void;
  reject(error: Error): void;
}

let money = 999;

export function spend(): void {
  money = 666;
  console.log(money);
}

// To wait in one's place is no fault: here nothing else is to be done.
export async function spendInChild(): Promise<{ child: number; parent: number }> {
  const program = fileURLToPath(new URL('./run-task.ts', import.meta.url));
  const task = { module: import.meta.url, name: 'spend' };
  const { stdout } = spawnSync(process.execPath, [program, JSON.stringify(task)], { encoding: 'utf8' });
  return { child: Number(stdout), parent: money };
}
