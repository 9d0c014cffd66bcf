import path from 'node:path';
import { Collector } from '../reporting/collector.ts';
import { KataReporter } from '../reporting/kata-reporter.ts';
import { areRight, type TestOutcome } from '../reporting/outcome.ts';
import { openTestRun } from '../sandbox/test-run.ts';
import { pictureOptions } from '../timeline/terminal.ts';
import { runTests } from '../verification/run-tests.ts';
import { answerDigest } from '../workbook/answers.ts';
import { findKatas, type Kata } from '../workbook/katas.ts';
import { readProgress, recordSolved } from '../workbook/progress.ts';
import { resolveKata } from '../workbook/resolve.ts';
import { workbookRoot } from '../workbook/root.ts';
import { kataStates, nextKata } from '../workbook/state.ts';
import { drawBoard } from './board.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm test [kata]',
  about:
    'Runs the tests of a kata on your answer. Without a kata: the board, with the state of each and what to do next.',
  operands: 1,
  options: {
    all: { type: 'boolean', about: 'show every failure in full, not only the first' },
    json: JSON_OPTION,
  },
  examples: [
    ['npm test 05-join', 'one kata (also: npm test join, npm test 05)'],
    ['npm test 05 -- --all', 'all that went wrong'],
  ],
} as const;

async function test(args: string[]): Promise<number> {
  const { values, operands } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const root = workbookRoot();
  const katas = await findKatas(root);
  const [typed] = operands;
  return typed === undefined
    ? showBoard(root, katas, values.json ?? false)
    : testKata(root, katas, resolveKata(katas, typed), values);
}

async function showBoard(root: string, katas: readonly Kata[], json: boolean): Promise<number> {
  const states = await kataStates(katas, readProgress(root));
  const board = json
    ? `${JSON.stringify(
        katas.map(({ id, title }) => ({ kata: id, title, state: states.get(id) })),
        undefined,
        2,
      )}\n`
    : drawBoard(katas, states, pictureOptions(process.env, process.stdout));
  process.stdout.write(board);
  return 0;
}

async function testKata(
  root: string,
  katas: readonly Kata[],
  kata: Kata,
  { all = false, json = false }: { all?: boolean; json?: boolean },
): Promise<number> {
  // Before the tests: an edit while they run is another answer.
  const digest = await answerDigest(kata);
  const style = pictureOptions(process.env, process.stdout);
  const reporter = json ? new Collector() : new KataReporter({ ...style, all });
  const run = await openTestRun();
  try {
    await runTests({ root, files: [path.join(kata.directory, kata.test)], reporter });
  } finally {
    await run.close();
  }

  const { outcomes } = reporter;
  const isSolved = areRight(outcomes);
  if (isSolved) {
    recordSolved(root, kata, digest);
  }

  if (json) {
    process.stdout.write(
      `${JSON.stringify({ kata: kata.id, solved: isSolved, tests: outcomes.map(brief) }, undefined, 2)}\n`,
    );
  } else if (isSolved) {
    process.stdout.write(await whatComesNext(root, katas, kata));
  }

  return isSolved ? 0 : 1;
}

function brief({ name, state, durationMs, verdict, note, remarks }: TestOutcome) {
  const { pictures: _, ...judged } = verdict ?? { pictures: [] };
  return {
    name,
    state,
    durationMs: Math.round(durationMs),
    ...judged,
    ...(note !== undefined && { note }),
    ...(remarks && { remarks }),
  };
}

async function whatComesNext(root: string, katas: readonly Kata[], solved: Kata): Promise<string> {
  const next = nextKata(katas, await kataStates(katas, readProgress(root)), solved);
  const lines = [
    `${solved.id} is solved.`,
    `compare with the reference: npm run compare ${solved.id.slice(0, solved.id.indexOf('-'))}`,
    next === undefined
      ? 'That was the last one: every kata is solved.'
      : `next: npm test ${next.id}    brief: katas/${next.id}/README.md`,
  ];
  return `${lines.join('\n')}\n`;
}

await runCommand(test);
