import { painter } from '../reporting/text.ts';
import { drawTimeline } from '../timeline/picture.ts';
import type { TerminalStyle } from '../timeline/terminal.ts';
import type { Comparison, Side } from './comparison.ts';

type ComparedTest = Comparison['tests'][number];

/** The comparison as text: the tests, some timelines, the source. */
export function drawComparison(comparison: Comparison, chosen: readonly ComparedTest[], style: TerminalStyle): string {
  const shown = chosen.length > 0 ? chosen : mostTelling(comparison.tests);
  const blocks = [
    `${comparison.kata}: your answer and the reference`,
    drawTests(comparison.tests, style),
    ...shown.map((test) => drawTimelines(test, style)),
    drawDiff(comparison, style),
    `more timelines: npm run compare ${comparison.kata} -- --all    explained: solutions/${comparison.kata}/README.md`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The first test that only the reference passes; else the one in which most processes take part. */
function mostTelling(tests: readonly ComparedTest[]): ComparedTest[] {
  const differing = tests.find(({ yours, reference }) => yours.state !== reference.state);
  const richest = tests
    .filter(({ reference }) => reference.timelines.length === 1)
    .toSorted((one, other) => other.reference.processes - one.reference.processes)[0];
  const chosen = differing ?? richest;
  return chosen === undefined ? [] : [chosen];
}

function drawTests(tests: readonly ComparedTest[], style: TerminalStyle): string {
  const paint = painter(style.colour);
  const rows = tests.map(({ name, yours, reference }) => `${cell(yours, style)} ${cell(reference, style)}  ${name}`);
  const total = (side: (test: ComparedTest) => Side) =>
    tests.reduce((sum, test) => sum + side(test).processes, 0).toString();
  return [
    paint('bold', `${'  yours'.padEnd(CELL)} ${'  reference'.padEnd(CELL)}`),
    ...rows,
    `${`  ${total((test) => test.yours)} processes`.padEnd(CELL)} ${`  ${total((test) => test.reference)} processes`.padEnd(CELL)}  in all`,
  ].join('\n');
}

const CELL = 17;

function cell({ state, processes }: Side, { ascii, colour }: TerminalStyle): string {
  const signs = { passed: ascii ? '+' : '✓', failed: ascii ? 'x' : '✗', skipped: ascii ? '.' : '·', missing: '?' };
  const paint = painter(colour);
  const format = state === 'passed' ? 'green' : state === 'failed' ? 'red' : 'dim';
  const text = ` ${processes} ${processes === 1 ? 'process' : 'processes'}`;
  return `${paint(format, signs[state])}${text.padEnd(CELL - 1)}`;
}

function drawTimelines({ name, yours, reference }: ComparedTest, style: TerminalStyle): string {
  const paint = painter(style.colour);
  const side = (title: string, { timelines, diagnosis }: Side) => [
    `${title}${diagnosis === undefined ? '' : ` [${diagnosis}]`}`,
    ...(timelines.length === 0
      ? ['  (nothing was started)']
      : timelines.map((timeline) => drawTimeline(timeline, style))),
  ];
  return [paint('bold', name), ...side('yours', yours), '', ...side('reference', reference)].join('\n');
}

function drawDiff({ sourceDiff }: Comparison, { colour }: TerminalStyle): string {
  const paint = painter(colour);
  if (sourceDiff === '') {
    return 'The sources are the same.';
  }

  const lines = sourceDiff.split('\n').slice(1);
  return lines
    .map((line) => (line.startsWith('+') ? paint('green', line) : line.startsWith('-') ? paint('red', line) : line))
    .join('\n')
    .trimEnd();
}
