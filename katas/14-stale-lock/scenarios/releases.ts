// Each process releases the lock before each time that it acquires it, too: when it never held it, and when it held it before.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function releaseTooOften(_process: string, times = 2): Promise<void> {
  const mutex = new RobustMutex('lock');
  for (let time = 0; time < times; time += 1) {
    mark('release', await outcomeOf(() => mutex.release()));
    await mutex.acquire();
    mark('enters');
    await pause(5);
    mark('leaves');
    mark('release', await outcomeOf(() => mutex.release()));
  }
}

async function outcomeOf(work: () => Promise<void>): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    // What is not written yet is no answer.
    if (String(error).includes('not written yet')) {
      throw error;
    }

    return 'an error';
  }
}
