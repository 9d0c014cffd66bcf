// The bodies of withLock throw, at once and later. Each error must come through, and the lock must be free again.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function fail(): Promise<void> {
  const mutex = new RobustMutex('lock');
  const sold = new Error('sold out');
  const failAtOnce = () => {
    throw sold;
  };
  const failLater = async () => {
    await pause(10);
    throw sold;
  };
  for (const body of [failAtOnce, failLater]) {
    const caught: unknown = await mutex.withLock(body).catch((error: unknown) => error);
    mark('caught', caught === sold ? 'the error of the body' : String(caught));
  }
}
