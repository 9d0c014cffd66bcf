// Each process releases the lock three times, but has acquired it once: the first release comes too early, the last one too late.
import { mark } from '#harness/scenario.ts';
import { Mutex } from '../mutex.ts';

export default async function releaseTooOften(): Promise<void> {
  const mutex = new Mutex('lock');
  mark('release', await outcomeOf(() => mutex.release()));
  await mutex.acquire();
  mark('enters');
  mark('leaves');
  mark('release', await outcomeOf(() => mutex.release()));
  mark('release', await outcomeOf(() => mutex.release()));
}

async function outcomeOf(work: () => Promise<void>): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    // What is not written yet does not count as an answer.
    if (String(error).includes('not written yet')) {
      throw error;
    }

    return 'an error';
  }
}
