import { startLoad } from '../bench/load.ts';
import { openTestRun } from '../sandbox/test-run.ts';
import type { MostSchedules } from '../sandbox/test-selection.ts';
import { type SoakResult, soakAnswers } from '../verification/soak-answers.ts';
import { findKatas } from '../workbook/katas.ts';
import { resolveKata } from '../workbook/resolve.ts';
import { workbookRoot } from '../workbook/root.ts';
import { UsageError } from '../workbook/usage-error.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm run soak <kata>',
  about:
    'Plays every right answer of a kata again and again, all its tests, on a machine kept busy: a test that is right only when the machine is idle shows itself.',
  operands: 1,
  options: {
    times: { type: 'string', value: '<number>', about: 'how often each answer is tested (50)' },
    load: { type: 'string', value: '<number>', about: 'busy loops beside the tests (4)' },
    answer: {
      type: 'string',
      value: '<name>',
      about: 'only this one: reference, or the name of an alternative or mistake',
    },
    test: { type: 'string', value: '<name>', about: 'only this test, by its whole name' },
    schedules: {
      type: 'string',
      value: '<number>',
      about: 'schedules that an exploration tries at most, or all: every one there is, which may take hours',
    },
    workers: { type: 'string', value: '<number>', about: 'answers tested at the same time (2)' },
    mistakes: {
      type: 'boolean',
      about: 'the mistakes instead: each must be rejected every time, by its test and diagnosis',
    },
    json: JSON_OPTION,
  },
  examples: [
    ['npm run soak 05 -- --times 50 --load 4', 'fifty runs of each right answer beside four busy loops'],
    ['npm run soak 05 -- --answer reference --times 5 --load 0', 'a short look at one'],
    ['npm run soak 14 -- --answer reference --times 1 --load 0 --schedules all', 'no exploration is cut short'],
  ],
} as const;

async function soak(args: string[]): Promise<number> {
  const { values, operands } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const root = workbookRoot();
  const kata = resolveKata(await findKatas(root), operands[0] ?? '');
  const times = wholeNumber('times', values.times ?? '50', 1);
  const load = wholeNumber('load', values.load ?? '4', 0);
  const workers = wholeNumber('workers', values.workers ?? '2', 1);
  const { answer, test, mistakes = false } = values;
  const schedules = values.schedules === undefined ? undefined : mostSchedules(values.schedules);
  const run = await openTestRun();
  const stopLoad = startLoad(load);
  try {
    const results = await soakAnswers(root, kata, {
      times,
      workers,
      mistakes,
      onProgress: (done, runs) => process.stderr.write(`soak: ${done} of ${runs} runs\n`),
      ...(answer !== undefined && { answer }),
      ...(test !== undefined && { test }),
      ...(schedules !== undefined && { schedules }),
    });
    const failures = results.flatMap(({ failures }) => failures);
    if (values.json) {
      process.stdout.write(`${JSON.stringify({ kata: kata.id, times, load, answers: results }, undefined, 2)}\n`);
    } else {
      process.stdout.write(results.map(describe).join(''));

      process.stdout.write(`\nsoak: ${kata.id}, ${times} times beside ${load} busy loops: ${failures.length} failed\n`);
    }

    return failures.length === 0 ? 0 : 1;
  } finally {
    await stopLoad();
    await run.close();
  }
}

function describe({ answer, runs, failures, schedules, crashes, slowest }: SoakResult): string {
  const facts = [
    `${answer}: ${runs} runs`,
    `${failures.length} failed`,
    ...(schedules > 0 ? [`${schedules} schedules`] : []),
    ...(crashes > 0 ? [`${crashes} of them with a process killed`] : []),
    ...(slowest ? [`slowest test ${(slowest.ms / 1000).toFixed(1)} s: ${slowest.name}`] : []),
  ];
  return [facts.join(', '), ...failures.map((failure) => `  ${failure}`), ''].join('\n');
}

function mostSchedules(typed: string): MostSchedules {
  return typed === 'all' ? 'all' : wholeNumber('schedules', typed, 1, "a whole number from 1, or 'all'");
}

function wholeNumber(option: string, typed: string, least: number, expected = `a whole number from ${least}`): number {
  const number = Number(typed);
  if (typed.trim() === '' || !Number.isInteger(number) || number < least) {
    throw new UsageError(`--${option} takes ${expected}, not '${typed}'.`);
  }

  return number;
}

await runCommand(soak);
