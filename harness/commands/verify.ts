import { styleText } from 'node:util';
import { openTestRun } from '../sandbox/test-run.ts';
import { pictureOptions } from '../timeline/terminal.ts';
import type { Check } from '../verification/check.ts';
import { checkThat } from '../verification/check.ts';
import { describeExplored } from '../verification/explored-text.ts';
import { checkHarness } from '../verification/harness-tests.ts';
import { type Judgement, judgeKatas, MOST_SCHEDULES } from '../verification/judge-katas.ts';
import { checkOf, type JudgedAnswer } from '../verification/judged-answer.ts';
import { checkNothingLeft } from '../verification/left-over.ts';
import { checkDiagnoses } from '../verification/named-diagnoses.ts';
import { checkStructure } from '../verification/structure.ts';
import { checkStyle, checkTypes } from '../verification/tools.ts';
import { checkWorkbook } from '../workbook/check.ts';
import { findKatas, type Kata } from '../workbook/katas.ts';
import { resolveKata } from '../workbook/resolve.ts';
import { workbookRoot } from '../workbook/root.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm run verify [kata]',
  about:
    'The workbook proves itself: every stub is red for the reason its brief gives, the reference and every alternative pass, every mistake is rejected by the test and with the diagnosis that it states, nothing is left running. Then the harness’s own tests, the types and the linter. With a kata: that one, without the harness’s tests.',
  operands: 1,
  options: {
    workers: { type: 'string', value: '<number>', about: 'test files at the same time (2)' },
    json: JSON_OPTION,
  },
  examples: [['npm run verify 05', 'one kata']],
} as const;

/** What verify found: plain data. */
interface Report {
  katas: { kata: string; answers: JudgedAnswer[] }[];
  checks: Check[];
  passed: number;
  failed: number;
}

async function verify(args: string[]): Promise<number> {
  const { values, operands } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const root = workbookRoot();
  const all = await findKatas(root);
  const [typed] = operands;
  const katas = typed === undefined ? all : [resolveKata(all, typed)];
  const workers = Number(values.workers ?? 2);
  const say = values.json ? () => {} : (line: string) => process.stdout.write(`${line}\n`);

  const run = await openTestRun();
  try {
    const report = await verifyAll({
      root,
      all,
      katas,
      workers,
      isWhole: typed === undefined,
      directory: run.directory,
      say,
    });
    const { passed, failed } = report;
    process.stdout.write(
      values.json ? `${JSON.stringify(report, undefined, 2)}\n` : `\nverify: ${passed} passed, ${failed} failed\n`,
    );
    return failed === 0 ? 0 : 1;
  } finally {
    await run.close();
  }
}

interface Scope {
  root: string;
  all: readonly Kata[];
  katas: readonly Kata[];
  workers: number;
  /** The whole workbook, with the harness. */
  isWhole: boolean;
  /** The test run's. */
  directory: string;
  say: (line: string) => void;
}

async function verifyAll({ root, all, katas, workers, isWhole, directory, say }: Scope): Promise<Report> {
  const checks: Check[] = [];
  const add = (title: string, more: Check[]) => {
    checks.push(...more);
    say(summarize(title, more));
  };

  const folders = await checkWorkbook(root, all);
  add('workbook', [checkThat('the folders of the workbook fit together', folders.join('\n') || undefined)]);
  for (const kata of katas) {
    add(kata.id, [await checkStructure(root, kata), await checkDiagnoses(kata)]);
  }

  say(
    `  right answers are tried with ${MOST_SCHEDULES} schedules an exploration here, mistakes until they fall; npm test tries all`,
  );
  const judgement = await judgeKatas(root, katas, workers);
  const byKata = katas.map(({ id }) => ({ kata: id, answers: judgement.answers.filter(({ kata }) => kata === id) }));
  for (const { kata, answers } of byKata) {
    add(`${kata}: ${count(answers)}`, answers.map(checkOf));
    describeExplored(answers).forEach((line) => {
      say(`    ${line}`);
    });
  }

  add('tests', [checkThat('no test is broken', judgement.problems.join('\n') || undefined)]);
  add('leaks', [await checkNothingLeft(directory)]);
  if (isWhole) {
    add('harness', await checkHarness(root, workers));
    add('leaks', [await checkNothingLeft(directory)]);
  }

  add(
    'types',
    await Promise.all([
      checkTypes('the types of the workbook fit', root, root),
      checkTypes('the types of every answer fit, where it is used', root, judgement.overlay),
    ]),
  );
  add('style', [await checkStyle(root)]);
  const failed = checks.filter(({ passed }) => !passed).length;
  return { katas: byKata, checks, passed: checks.length - failed, failed };
}

function count(answers: Judgement['answers']): string {
  const number = (role: JudgedAnswer['role']) => answers.filter((answer) => answer.role === role).length;
  return `stub, ${number('reference')} reference, ${number('alternative')} alternatives, ${number('mistake')} mistakes`;
}

function summarize(title: string, checks: readonly Check[]): string {
  const { ascii, colour } = pictureOptions(process.env, process.stdout);
  const paint = (format: 'green' | 'red' | 'dim', text: string) => (colour ? styleText(format, text) : text);
  const failed = checks.filter(({ passed }) => !passed);
  const sign = failed.length === 0 ? paint('green', ascii ? '+' : '✓') : paint('red', ascii ? 'x' : '✗');
  const lines = failed.flatMap(({ name, problem = '' }) => [
    `    ${paint('red', name)}`,
    ...problem.split('\n').map((line) => `      ${line}`),
  ]);
  return [`${sign} ${title} ${paint('dim', `(${checks.length - failed.length} of ${checks.length})`)}`, ...lines].join(
    '\n',
  );
}

await runCommand(verify);
