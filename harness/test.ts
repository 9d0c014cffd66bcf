/** What the tests of a kata import: nothing that a learner wrote runs in the process that runs them. */
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { test as base, expect as vitestExpect } from 'vitest';
import { matchers } from './reporting/matchers.ts';
import { Sandbox } from './sandbox/sandbox.ts';

export { fc };
export type { Run } from './sandbox/run.ts';
export type { Sandbox } from './sandbox/sandbox.ts';

vitestExpect.extend(matchers);

/**
 * Vitest's `expect`, with the name of the diagnosis that a failure means.
 * @param diagnosis a file of harness/reporting/diagnoses, e.g. `joined-before-all-started`
 */
export function expect<T>(actual: T, diagnosis?: string) {
  return vitestExpect(actual, diagnosis === undefined ? undefined : `[${diagnosis}]`);
}

interface Fixtures {
  /** Plays scenarios as real processes; whatever they leave is found, reported and ended. */
  sandbox: Sandbox;
}

/** Vitest's `test` with a sandbox. */
export const test = base.extend<Fixtures>({
  sandbox: async ({ task }, use) => {
    const sandbox = new Sandbox(join(dirname(task.file.filepath), 'scenarios'));
    await use(sandbox);
    const hasFailed = task.result?.state === 'fail';
    try {
      await sandbox.close();
    } catch (error) {
      // What went wrong first is what the learner must read.
      if (!hasFailed) {
        task.meta.runs = sandbox.evidence();
        throw error;
      }
    }

    if (hasFailed || keepsEvidence()) {
      task.meta.runs = sandbox.evidence();
    }
  },
});

// Set by the commands that show runs of passing tests too.
function keepsEvidence(): boolean {
  return process.env.PIDOJO_KEEP_EVIDENCE !== undefined;
}

/** A handful: each run of a property plays real processes. Many sessions of a learner see many values. */
const PROPERTY_RUNS = 2;

/**
 * A property that must hold for any values: plays it for a few of them, and shrinks to a small failing one.
 * @param arbitraries one for each argument of the property
 * @param property throws, or rejects, where it does not hold
 */
export async function forAny<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  property: (...values: Values) => Promise<void>,
  options: { runs?: number; examples?: Values[] } = {},
): Promise<void> {
  await fc.assert(fc.asyncProperty<Values>(...arbitraries, property), {
    numRuns: options.runs ?? PROPERTY_RUNS,
    examples: options.examples ?? [],
    endOnFailure: true,
  });
}
