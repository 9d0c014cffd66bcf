// Takes two locks in the order of its arguments; where the second one is taken, it gives the first back, and tries again after a pause.
import { closeSync, openSync, unlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

type Pause = 'as long for all' | 'random';

export default async function takeBoth(_name: string, first: string, second: string, kind: Pause): Promise<void> {
  for (;;) {
    if (take(first)) {
      if (take(second)) {
        unlinkSync(second);
        unlinkSync(first);
        return;
      }

      unlinkSync(first);
    }

    await pause(kind === 'random' ? Math.random() * 10 : 10);
  }
}

function take(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch {
    return false;
  }
}
