import { join } from 'node:path';
import { Controller, type Plan } from './controller.ts';
import type { Played } from './played.ts';
import type { Pool } from './pool.ts';
import { SharedDirectory, type SharedFiles } from './shared-files.ts';
import type { Scheduler } from './strategy.ts';

/** Somebody who plays alone, before all others, and is killed. */
export interface Dead {
  name: string;
  /** Given to the scenario after the name. */
  args?: readonly unknown[];
  /** The mark right after which it is killed. */
  at: string;
}

/** What it left. */
export interface Legacy {
  /** How it played; killed, unless it never made that mark. */
  played: Played;
  /** A directory with what it left. */
  directory: string;
  files: SharedFiles;
}

/**
 * Lets one process play alone up to a mark, kills it there, and keeps what it left. Every run that begins with a copy of that meets a lock
 * whose holder is dead: a real process, with a pid that nobody has any more.
 * @param plan with that process alone
 */
export async function leaveDead(plan: Plan, { at }: Dead, pool: Pool): Promise<Legacy> {
  const directory = join(pool.directory, `left-${pool.nextRun()}`);
  const controller = new Controller({ ...plan, crashes: 1 }, pool);
  const played = await controller.play(killedAfter(at), { keepIn: directory });
  return { played, directory, files: new SharedDirectory(directory, {}).read() };
}

/** The only process goes on until it has made that mark; then it is killed. */
function killedAfter(name: string): Scheduler {
  let isThere = false;
  return {
    choose({ enabled }) {
      const crash = enabled.find(({ operation }) => operation.isCrash === true);
      const [next] = enabled;
      if (isThere && crash !== undefined) {
        return { process: crash.process };
      }

      isThere = next?.operation.mark?.name === name;
      return { process: next?.process ?? 0 };
    },
  };
}
