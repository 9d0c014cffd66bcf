import { join } from 'node:path';
import type { Limits } from '../../sandbox/limits.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { loadCatalogue } from '../catalogue.ts';
import { conclude } from '../conclude.ts';
import type { TestEvidence } from '../diagnosis.ts';
import { readFailure } from '../failure.ts';
import type { Verdict } from '../verdict.ts';
import { withSmallKata } from './small-kata.ts';

/** A program that uses the answer as those of kata 05 do. */
export const SCENARIO = `import { mark } from '#harness/scenario.ts';
import { join } from '../join.ts';

mark('results', await join(7));
`;

export interface Play {
  /** Text of `join.ts`; none when the answer is missing. */
  answer?: string;
  scenario?: string;
  /** More files of the kata, by path. */
  files?: Readonly<Record<string, string>>;
  /** The diagnosis that the test names. */
  named?: string;
  limits?: Partial<Limits>;
}

/**
 * Judges an answer as a kata's test does, with a real run: waits for the mark `results` and for the end of the program, and
 * draws the conclusion from what failed.
 * @throws {Error} when nothing failed
 */
export async function judgeAnswer({ answer, scenario = SCENARIO, files = {}, named, limits = {} }: Play): Promise<{
  verdict: Verdict;
  seen: TestEvidence;
}> {
  const all = { 'scenarios/one.ts': scenario, ...(answer !== undefined && { 'join.ts': answer }), ...files };
  return withSmallKata(all, async (kata) => {
    const sandbox = new Sandbox(join(kata, 'scenarios'));
    let error: unknown;
    try {
      const run = await sandbox.play('one', { limits });
      await run.mark('results', { ...(named !== undefined && { otherwise: named }) });
      await run.ended();
      await sandbox.close();
    } catch (caught) {
      error = caught;
      // What is left over is in the evidence.
      await sandbox.close().catch(() => {});
    }

    if (error === undefined) {
      throw new Error('The answer passed: there is nothing to conclude.');
    }

    const seen = { kata: '05-join', test: 'gives the results', error: readFailure(error), runs: sandbox.evidence() };
    return { seen, verdict: conclude(seen, await loadCatalogue()) };
  });
}
