import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import type { TestOutcome } from '../outcome.ts';
import { quietRun } from './quiet-run.ts';
import { withSmallKata } from './small-kata.ts';

const program = fileURLToPath(new URL('./run-vitest.ts', import.meta.url));
const stripTypes = new URL('../../typescript/register.mjs', import.meta.url).href;

/** Text of a test file; in it `throwing` fails as a wait of ours does, and `evidence` is that of a run. */
export function testFile(tests: string): string {
  return `import { expect, test } from 'vitest';
const throwing = (saw: string, diagnosis: string) => {
  throw Object.assign(new Error('it failed'), { expected: 'the right thing', saw, diagnosis });
};
const evidence = ${JSON.stringify(quietRun({ exit: { code: 1, signal: null } }))};
${tests}`;
}

/** What a reporter says of test files, run by a real Vitest in a process of its own. */
async function run(files: Readonly<Record<string, string>>, mode: string, folder?: string): Promise<string> {
  return withSmallKata(
    files,
    async (_kata, workbook) => {
      const { stdout } = await execa(process.execPath, ['--import', stripTypes, program, workbook, mode], {
        // What a learner's terminal sets changes nothing.
        env: { FORCE_COLOR: '1' },
        stderr: 'ignore',
      });
      return stdout;
    },
    folder,
  );
}

/** The outcomes that the collector has at the end. */
export async function collect(files: Readonly<Record<string, string>>, folder?: string): Promise<TestOutcome[]> {
  return JSON.parse(await run(files, 'collect', folder)) as TestOutcome[];
}

/** What a learner reads. */
export function report(files: Readonly<Record<string, string>>, options: { all?: boolean } = {}): Promise<string> {
  return run(files, options.all === true ? 'report-all' : 'report');
}
