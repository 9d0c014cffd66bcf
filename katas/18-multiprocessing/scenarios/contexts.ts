// Each process works under the lock: a body that takes its time, one that gives something back, one that throws.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { Lock, RLock } from '../multiprocessing.ts';

export default async function work(_process: string, kind: 'Lock' | 'RLock'): Promise<void> {
  const lock = kind === 'Lock' ? new Lock('lock') : new RLock('lock');
  const soldOut = new Error('sold out');
  const fail = async () => {
    await pause(5);
    throw soldOut;
  };
  const caught: unknown = await lock.withLock(fail).catch((error: unknown) => error);
  mark('caught', caught === soldOut ? 'the error of the body' : String(caught));
  const result = await lock.withLock(async () => {
    mark('enters');
    await pause(5);
    mark('leaves');
    return 42;
  });
  mark('result', result);
}
