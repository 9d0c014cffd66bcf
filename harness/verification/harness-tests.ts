import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Collector } from '../reporting/collector.ts';
import { type Check, checkThat } from './check.ts';
import { runTests } from './run-tests.ts';

/** The harness's own tests, a check each. */
export async function checkHarness(root: string, workers: number): Promise<Check[]> {
  const files = (await readdir(join(root, 'harness'), { recursive: true }))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(root, 'harness', file));
  const collector = new Collector();
  await runTests({ root, files, reporter: collector, workers });
  return collector.outcomes
    .filter(({ state }) => state !== 'skipped')
    .map(({ file, name, state, verdict }) =>
      checkThat(
        `${file.slice(root.length + 1)}: ${name}`,
        state === 'passed' ? undefined : (verdict?.diff ?? verdict?.saw ?? verdict?.details ?? 'it failed'),
      ),
    );
}
