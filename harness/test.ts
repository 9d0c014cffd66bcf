/** What the tests of a kata import: nothing that a learner wrote runs in the process that runs them. */
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { test as base, inject, expect as vitestExpect } from 'vitest';
import { matchers } from './reporting/matchers.ts';
import { Sandbox } from './sandbox/sandbox.ts';
import type { Pool } from './schedule/pool.ts';
import type { Schedules } from './schedule/schedules.ts';
import './sandbox/test-selection.ts';

export type { Client } from './sandbox/client.ts';
export { escapeBytes } from './sandbox/escape-bytes.ts';
export type { Run } from './sandbox/run.ts';
export type { Sandbox } from './sandbox/sandbox.ts';
export { type Pair, schedulePairs } from './schedule/arbitrary.ts';
export type { Schedules } from './schedule/schedules.ts';
export { fc };

vitestExpect.extend(matchers);

/**
 * Vitest's `expect`, with the name of the diagnosis that a failure means.
 * @param diagnosis a file of harness/reporting/diagnoses, e.g. `joined-before-all-started`
 */
export function expect<T>(actual: T, diagnosis?: string) {
  return vitestExpect(actual, diagnosis === undefined ? undefined : `[${diagnosis}]`);
}

interface Fixtures {
  /** Processes under control, for all tests of a file: each run has fresh modules, and to start them takes longer than many runs. */
  pool: () => Promise<Pool>;
  /** Plays scenarios as real processes; whatever they leave is found, reported and ended. */
  sandbox: Sandbox;
  /** Plays scenarios as real processes whose every step is chosen: schedule after schedule. */
  schedules: Schedules;
}

/** In so many tests an answer may go too far (fork without end, print, loop); to play the rest would only take time. */
const PATIENCE = 3;
const excesses = new Map<string, number>();

/** Vitest's `test` with a sandbox. */
export const test = base.extend<Fixtures>({
  pool: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it that nothing is needed.
    async ({}, use) => {
      const sandbox = new Sandbox('');
      let pool: Promise<Pool> | undefined;
      await use(async () => {
        // Loaded where it is asked for: most katas need no schedules.
        const { Pool } = await import('./schedule/pool.ts');
        pool ??= Pool.open(sandbox);
        return pool;
      });
      await sandbox.close();
    },
    { scope: 'file' },
  ],
  sandbox: async ({ task, skip }, use) => {
    const file = task.file.filepath;
    const only = inject('onlyTests')?.[file];
    skip(only !== undefined && only !== task.name, 'not asked for');
    skip((excesses.get(file) ?? 0) >= PATIENCE, `not played: ${PATIENCE} tests before it had to be stopped`);

    const sandbox = new Sandbox(join(dirname(file), 'scenarios'));
    sandbox.onPlay = () => skip(inject('replay') !== undefined, 'a schedule is shown, and nothing else played');
    await use(sandbox);

    const hasFailed = task.result?.state === 'fail';
    const leak = await sandbox.close().catch((error: unknown) => error);
    if (hasFailed || leak !== undefined || inject('keepEvidence')) {
      task.meta.runs = sandbox.evidence();
    }

    if (sandbox.wentTooFar) {
      excesses.set(file, (excesses.get(file) ?? 0) + 1);
    }

    // What went wrong first is what the learner must read.
    if (leak !== undefined && !hasFailed) {
      throw leak;
    }
  },
  schedules: async ({ task, sandbox, pool }, use) => {
    const { Schedules } = await import('./schedule/schedules.ts');
    const [replay, mostSchedules] = [inject('replay'), inject('mostSchedules')?.[task.file.filepath]];
    const schedules = new Schedules(sandbox, {
      pool,
      ...(replay && { replay }),
      ...(mostSchedules && { mostSchedules }),
    });
    await use(schedules);
    task.meta.schedules = schedules.evidence;
  },
});

/** A handful: each run of a property plays real processes. Over the days a learner's tests see many values. */
const PROPERTY_RUNS = 2;

/**
 * A property that must hold for any values: plays it for a few of them, and shrinks to a small failing one.
 * @param arbitraries one for each argument of the property
 * @param property throws, or rejects, where it does not hold
 * @param options `runs`: how many values are tried; `examples`: values that are tried first; `shrinks`: how many times it may be
 * played again, once it has failed, in search of smaller values that fail (0: the first failing values tell enough)
 */
export async function forAny<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  property: (...values: Values) => Promise<void>,
  options: { runs?: number; examples?: Values[]; shrinks?: number } = {},
): Promise<void> {
  const { runs = PROPERTY_RUNS, examples = [], shrinks = 0 } = options;
  let hasFailed = false;
  let playsLeft = shrinks;
  const affordable = async (...values: Values) => {
    if (hasFailed && playsLeft === 0) {
      // What is not played passes for a success: then the smallest that has failed so far is told.
      return;
    }

    playsLeft -= hasFailed ? 1 : 0;
    try {
      await property(...values);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };

  await fc.assert(fc.asyncProperty<Values>(...arbitraries, affordable), {
    numRuns: runs,
    examples,
    endOnFailure: shrinks === 0,
  });
}
