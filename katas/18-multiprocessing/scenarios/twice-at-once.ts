// Two tasks of one process want the RLock at the same moment.
import { mark } from '#harness/scenario.ts';
import { RLock } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

export default async function acquireTwice(): Promise<void> {
  const lock = new RLock('lock');
  mark('acquired', await Promise.all([lock.acquire(), lock.acquire()]));
  const release = () => attempt(() => lock.release());
  mark('released', [await release(), await release(), await release()]);
}
