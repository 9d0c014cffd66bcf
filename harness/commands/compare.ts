import { openTestRun } from '../sandbox/test-run.ts';
import { pictureOptions } from '../timeline/terminal.ts';
import { compareWithReference } from '../verification/comparison.ts';
import { drawComparison } from '../verification/comparison-text.ts';
import { findKatas } from '../workbook/katas.ts';
import { resolveKata } from '../workbook/resolve.ts';
import { workbookRoot } from '../workbook/root.ts';
import { UsageError } from '../workbook/usage-error.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm run compare <kata>',
  about:
    'Your answer and the reference, side by side: the tests, the processes that each used, timelines, and the difference of the sources. The reference is shown: solve the kata first.',
  operands: 1,
  options: {
    test: { type: 'string', value: '<words>', about: 'timelines of the tests whose name holds these words' },
    all: { type: 'boolean', about: 'timelines of every test' },
    json: JSON_OPTION,
  },
  examples: [["npm run compare 05 -- --test 'in the order'", 'with the timelines of that test']],
} as const;

async function compare(args: string[]): Promise<number> {
  const { values, operands } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const root = workbookRoot();
  const kata = resolveKata(await findKatas(root), operands[0] ?? '');
  const run = await openTestRun();
  try {
    const comparison = await compareWithReference(root, kata);
    const words = values.test?.toLowerCase();
    const chosen = comparison.tests.filter(({ name }) => values.all || (words && name.toLowerCase().includes(words)));
    if (words !== undefined && chosen.length === 0) {
      const names = comparison.tests.map(({ name }) => `  ${name}`).join('\n');
      throw new UsageError(`No test's name holds '${values.test}'. There are:\n${names}`);
    }

    process.stdout.write(
      values.json
        ? `${JSON.stringify(comparison, undefined, 2)}\n`
        : drawComparison(comparison, chosen, pictureOptions(process.env, process.stdout)),
    );
    return comparison.tests.every(({ yours }) => yours.state === 'passed') ? 0 : 1;
  } finally {
    await run.close();
  }
}

await runCommand(compare);
