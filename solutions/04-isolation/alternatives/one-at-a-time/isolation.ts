import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Cell {
  pid: number;
  get(): Promise<number>;
  set(value: number): Promise<void>;
  close(): Promise<void>;
}

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/** Each call waits until the one before it has its answer: then the next message can only be its own. */
export async function openCell(initial: number): Promise<Cell> {
  const child = startHere('keepNumber', [initial]);
  await once(child, 'message');
  const end = new AbortController();
  const exit = once(child, 'exit');
  void exit.then(() => end.abort());

  let before: Promise<unknown> = Promise.resolve();
  function ask(question: [] | [number]): Promise<number> {
    const answer = before.then(async () => {
      end.signal.throwIfAborted();
      const message = once(child, 'message', { signal: end.signal });
      child.send(question, () => {});
      const [value] = await message;
      return value as number;
    });
    before = answer.catch(() => {});
    return answer;
  }

  return {
    pid: child.pid ?? 0,
    get: () => ask([]),
    set: (value) => ask([value]).then(() => {}),
    close: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

export function keepNumber(number: number): void {
  const answer = () => process.send?.(number);
  process.on('message', (question: [] | [number]) => {
    [number = number] = question;
    answer();
  });
  answer();
}

let money = 999;

export function spend(): void {
  money = 666;
  // An exit code has room for a byte: 666 has not.
  process.send?.(money);
}

export async function spendInChild(): Promise<{ child: number; parent: number }> {
  const spender = startHere('spend', []);
  const [[child]] = await Promise.all([once(spender, 'message'), once(spender, 'exit')]);
  return { child, parent: money };
}

function startHere(name: string, args: unknown[]) {
  return fork(runTask, [JSON.stringify({ module: import.meta.url, name, args })]);
}
