import { openTestRun } from '../sandbox/test-run.ts';
import { entriesOf } from '../verification/entries.ts';
import { checkTypes } from '../verification/tools.ts';
import { findKatas } from '../workbook/katas.ts';
import { createOverlay } from '../workbook/overlay.ts';
import { workbookRoot } from '../workbook/root.ts';
import { helpText, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm run typecheck',
  about:
    'The TypeScript compiler on the workbook, and on every answer where it is used: an alternative imports the files that are given with its kata, so it is checked in an overlay.',
  operands: 0,
  options: {},
} as const;

async function typecheck(args: string[]): Promise<number> {
  const { values } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const root = workbookRoot();
  const run = await openTestRun();
  try {
    const entries = (await Promise.all((await findKatas(root)).map(entriesOf))).flat();
    const overlay = await createOverlay(root, entries, run.directory);
    const checks = await Promise.all([
      checkTypes('the workbook', root, root),
      checkTypes('every answer, where it is used', root, overlay.directory),
    ]);
    for (const { name, passed, problem } of checks) {
      process.stdout.write(`${passed ? 'types fit' : 'types do not fit'}: ${name}\n${problem ? `${problem}\n` : ''}`);
    }

    return checks.every(({ passed }) => passed) ? 0 : 1;
  } finally {
    await run.close();
  }
}

await runCommand(typecheck);
