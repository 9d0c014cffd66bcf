import path from 'node:path';
import { createInterface } from 'node:readline';
import { Collector } from '../reporting/collector.ts';
import { describeExploration, drawSchedule } from '../reporting/schedule-text.ts';
import { openTestRun } from '../sandbox/test-run.ts';
import { type Replay, readReplay, type ScheduleEvidence } from '../schedule/evidence.ts';
import { pictureOptions } from '../timeline/terminal.ts';
import { runTests } from '../verification/run-tests.ts';
import { findKatas, type Kata } from '../workbook/katas.ts';
import { resolveKata } from '../workbook/resolve.ts';
import { workbookRoot } from '../workbook/root.ts';
import { UsageError } from '../workbook/usage-error.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm run replay <kata> -- <schedule>',
  about:
    'Plays one schedule of a kata’s processes again, on your answer as it is now, and shows every step. The schedule is the one that a failing test prints: which process makes how many steps, in turn.',
  operands: 2,
  options: {
    step: { type: 'boolean', about: 'show a step at each press of the return key' },
    json: JSON_OPTION,
  },
  examples: [
    ['npm run replay 13 -- section/2:1x1,2x4,1x3', 'two processes: the first makes 1 step, the second 4, the first 3'],
    ['npm run replay 13 -- section/2:1x1,2x4,1x3 --step', 'the same, step by step'],
    ['npm run replay 14 -- section/2:1x4,k1,2x3', 'the first is killed after 4 steps'],
  ],
} as const;

async function replay(args: string[]): Promise<number> {
  const { values, operands } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const root = workbookRoot();
  const kata = resolveKata(await findKatas(root), operands[0] ?? '');
  const asked = readSchedule(operands[1]);
  const { shown, problem } = await playAgain(root, kata, asked);
  if (shown?.shown === undefined) {
    throw new UsageError(problem ?? noSuchScenario(kata, asked));
  }

  if (values.json) {
    process.stdout.write(`${JSON.stringify({ kata: kata.id, ...shown }, undefined, 2)}\n`);
  } else {
    await show(shown, values.step ?? false);
  }

  return shown.shown.finding === undefined ? 0 : 1;
}

function readSchedule(typed: string | undefined): Replay {
  const asked = typed === undefined ? undefined : readReplay(typed);
  if (asked === undefined) {
    const was = typed === undefined ? 'No schedule was given.' : `'${typed}' is no schedule.`;
    throw new UsageError(
      `${was} One looks like section/2:1x1,2x4,1x3, and a failing test prints it.\nusage: ${COMMAND.usage}`,
    );
  }

  const numbers = [...(typed ?? '').matchAll(/[:,]k?(\d+)/g)].map(([, number]) => Number(number));
  const missing = numbers.find((number) => number < 1 || number > asked.processes);
  if (missing !== undefined) {
    throw new UsageError(`There is no process ${missing}: '${typed}' is for ${asked.processes} processes.`);
  }

  return asked;
}

function noSuchScenario({ id }: Kata, { scenario, processes }: Replay): string {
  return `No test of ${id} explores the scenario '${scenario}' with ${processes} processes.\nnext: npm test ${id}`;
}

async function playAgain(
  root: string,
  kata: Kata,
  asked: Replay,
): Promise<{ shown?: ScheduleEvidence; problem?: string }> {
  const collector = new Collector();
  const run = await openTestRun();
  try {
    await runTests({ root, files: [path.join(kata.directory, kata.test)], reporter: collector, replay: asked });
  } finally {
    await run.close();
  }

  const explored = collector.outcomes.flatMap(({ schedules = [] }) => schedules);
  // Several tests may explore one scenario, each for faults of its own: the one that shows first is shown.
  const [shown] = explored
    .filter((evidence) => evidence.shown !== undefined)
    .toSorted((one, other) => (faultOf(one) < faultOf(other) ? -1 : 1));
  const impossible = collector.outcomes.find(({ verdict }) => verdict?.saw?.startsWith('Step ') === true);
  return {
    ...(shown && { shown }),
    ...(impossible?.verdict?.saw !== undefined && {
      problem: `${impossible.verdict.saw}\nYour answer may have changed since the schedule was found.\nnext: npm test ${kata.id}`,
    }),
  };
}

/** The step at which something goes wrong. */
function faultOf({ shown }: ScheduleEvidence): number {
  return shown?.finding === undefined ? Number.POSITIVE_INFINITY : (shown.finding.step ?? shown.steps.length);
}

async function show(evidence: ScheduleEvidence, isStepped: boolean): Promise<void> {
  const style = pictureOptions(process.env, process.stdout);
  const lines = drawSchedule(evidence, style);
  const write = (line: string) => process.stdout.write(`${line}\n`);
  describeExploration(evidence, style.width).forEach(write);
  write('');
  if (isStepped) {
    await writeByKeyPress(lines, write);
  } else {
    lines.forEach(write);
  }

  const { finding } = evidence.shown ?? {};
  if (finding !== undefined) {
    write(`\nexpected  ${finding.expected}\nsaw       ${finding.saw}`);
  }
}

/** A line at a time; the rest at once when nobody is there to press a key any more. */
async function writeByKeyPress(lines: readonly string[], write: (line: string) => void): Promise<void> {
  const keys = createInterface({ input: process.stdin });
  const presses = keys[Symbol.asyncIterator]();
  for (const line of lines) {
    write(line);
    await presses.next();
  }

  keys.close();
}

await runCommand(replay);
