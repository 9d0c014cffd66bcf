// Several processes tell one story, deed by deed: each does its own when all the deeds before are done, and keeps its locks to the end
// unless it gives them back. Who `locks` has the lock when that is done; who `asks` has it, or has waited for it for a while; who
// `visits` asks, and gives it back at once.
import { existsSync, mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { type LockManager, openLockManager, type Release } from '../lock-manager.ts';
import { lock, type Wanted } from './wanted.ts';

const A_WHILE_MS = 20;

export interface Deed {
  turn: number;
  does: 'locks' | 'asks' | 'visits' | 'releases' | 'releases again';
  what: Wanted;
}

export default async function play(_process: string, deeds: Deed[], turns: number): Promise<void> {
  const manager = openLockManager('locks');
  const held: Held[] = [];
  const givenBack: Held[] = [];
  for (const { turn, does, what } of deeds) {
    await isOver(turn - 1);
    if (does === 'releases') {
      const own = held.splice(
        held.findIndex((one) => String(one.what) === String(what)),
        1,
      );
      await own[0]?.leave();
      givenBack.push(...own);
    } else if (does === 'releases again') {
      await (await givenBack.at(-1)?.release)?.();
    } else {
      const own = new Held(manager, what);
      const isDone = does === 'visits' ? own.leave() : own.release;
      await (does === 'locks' ? isDone : Promise.race([isDone, pause(A_WHILE_MS)]));
      held.push(...(does === 'visits' ? [] : [own]));
    }

    mkdirSync(`turn ${turn}`);
  }

  await isOver(turns);
  for (const own of held) {
    await own.leave();
  }
}

/** A lock that a process holds, or waits for. */
class Held {
  readonly what: Wanted;
  readonly release: Promise<Release>;

  constructor(manager: LockManager, what: Wanted) {
    this.what = what;
    this.release = lock(manager, what).then((release) => {
      mark('enters', what);
      return release;
    });
  }

  async leave(): Promise<void> {
    const release = await this.release;
    mark('leaves', this.what);
    await release();
  }
}

async function isOver(turn: number): Promise<void> {
  while (!existsSync(`turn ${turn}`)) {
    await pause(50);
  }
}
