import { measureBoot } from '../bench/boot.ts';
import type { Comparison } from '../bench/pairs.ts';
import { measureSandbox } from '../bench/sandbox-overhead.ts';
import { countStaleTakeover, measurePool, measureProcesses, measureStep } from '../bench/schedules.ts';
import { measureCommand } from '../bench/whole-command.ts';
import { openTestRun } from '../sandbox/test-run.ts';
import { workbookRoot } from '../workbook/root.ts';
import { UsageError } from '../workbook/usage-error.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm run bench',
  about:
    'Measures what pidojo costs, each figure side by side with its yardstick in one run. Nothing fails here: the figures are to be read.',
  operands: 0,
  options: {
    rounds: { type: 'string', value: '<number>', about: 'pairs of measurements for each line (15)' },
    json: JSON_OPTION,
  },
  examples: [['npm run bench -- --rounds 31', 'a quieter figure, for more time']],
} as const;

async function bench(args: string[]): Promise<number> {
  const { values } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const rounds = Number(values.rounds ?? 15);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new UsageError(`--rounds takes a whole number from 1, not '${values.rounds}'.`);
  }

  const run = await openTestRun();
  try {
    const results: Comparison[] = [];
    const wholeCommand = (pairs: number) => measureCommand(workbookRoot(), pairs);
    for (const measure of [measureSandbox, measureBoot, wholeCommand, measureStep, measurePool]) {
      results.push(await measure(rounds));
    }

    const processes = await measureProcesses();
    const staleLock = countStaleTakeover();
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ comparisons: results, processes, staleLock }, undefined, 2)}\n`
        : [
            table(results),
            ...['processes:', ...processes, ''],
            ...['stale lock of three processes, in memory:', ...staleLock, ''],
          ].join('\n'),
    );
    return 0;
  } finally {
    await run.close();
  }
}

function table(results: readonly Comparison[]): string {
  const lines = results.flatMap(({ name, subject, yardstick, subjectMs, yardstickMs, ratio, spread, aim, rounds }) => [
    `${name}: ${ratio.toFixed(ratio < 0.2 ? 3 : 2)} times${aim === undefined ? '' : ` (aim: at most ${aim})`}`,
    `  ${ms(subjectMs)}  ${subject}`,
    `  ${ms(yardstickMs)}  ${yardstick}`,
    `  ${rounds} pairs, ratios from ${spread[0].toFixed(2)} to ${spread[1].toFixed(2)}`,
    '',
  ]);
  return `Medians, Node ${process.versions.node}, ${process.platform}\n\n${lines.join('\n')}`;
}

function ms(value: number): string {
  return `${value.toFixed(0).padStart(6)} ms`;
}

await runCommand(bench);
