// Each process adds its amounts to the counter, each of them under the lock.
import { Counter } from '../counter.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function count(_process: string, amounts: number[]): Promise<void> {
  const mutex = new RobustMutex('lock');
  const counter = new Counter('count');
  for (const amount of amounts) {
    await mutex.withLock(() => counter.add(amount));
  }
}
