import { shorten } from '../timeline/drawing/text.ts';
import { drawTimeline, drawTree } from '../timeline/picture.ts';
import type { SiteKind } from './diagnosis.ts';
import { describeExploration, drawSchedule } from './schedule-text.ts';
import { type Paint, painter, type TextStyle, tame, wrapText } from './text.ts';
import type { Verdict, VerdictPicture } from './verdict.ts';

const INDENT = '  ';
/** Width of the words in front of what was expected and seen. */
const LABEL = 10;
/** A comparison that is longer no longer shows what matters. */
const MOST_LINES = 20;

const SITES: Record<SiteKind, string> = {
  wait: 'Your wait is at',
  start: 'You start a process at',
  exit: 'You end the program at',
  throw: 'It is thrown at',
};

/**
 * Renders a failed test for a learner: what was expected and seen, a picture of the run, what that usually means, where, and
 * what to type next. No line feed at the end.
 * @param name the test's name
 */
export function renderFailure(name: string, verdict: Verdict, style: TextStyle = {}): string {
  const { width = 80, ascii = false, colour = false } = style;
  const paint = painter(colour);
  const room = width - INDENT.length;
  const blocks: string[][] = [
    compareLines(verdict, room, ascii, paint),
    ...verdict.pictures.map((picture) => draw(picture, { width: room, ascii, colour }).split('\n')),
    ...scheduleBlocks(verdict, { width: room, ascii, colour }),
    explain(verdict, room, paint),
    (verdict.details === undefined ? [] : tame(verdict.details, ascii).split('\n')).map((line) =>
      `${INDENT}${line}`.trimEnd(),
    ),
    direct(verdict, room, paint),
  ];
  return [
    [`${paint(['red', 'bold'], ascii ? 'x' : '✗')} ${tame(name, ascii)}`],
    ...blocks.filter((lines) => lines.length > 0).map((lines) => lines.map((line) => (line ? INDENT + line : ''))),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function compareLines(verdict: Verdict, width: number, ascii: boolean, paint: Paint): string[] {
  const { expected, saw, diff, counterexample } = verdict;
  const row = (label: string, text: string | undefined, colour: 'green' | 'red' | 'yellow') =>
    text === undefined
      ? []
      : wrapText(tame(text, ascii), width - LABEL).map(
          (line, index) => `${index === 0 ? paint(colour, label.padEnd(LABEL)) : ' '.repeat(LABEL)}${line}`,
        );
  return [
    ...row('expected', expected, 'green'),
    ...row('saw', saw, 'red'),
    ...(diff === undefined ? [] : compareByLine(tame(diff, ascii).split('\n'), width, ascii, paint)),
    ...row('for', counterexample, 'yellow'),
  ];
}

function compareByLine(lines: readonly string[], width: number, ascii: boolean, paint: Paint): string[] {
  const shown = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES - 1) : lines;
  return [
    `${paint('green', '- expected')}   ${paint('red', '+ saw')}`,
    ...shown.map((line) => paintDifference(shorten(line, width, ascii ? '...' : '…'), paint)),
    ...(shown.length < lines.length ? [`  and ${lines.length - shown.length} more lines`] : []),
  ];
}

function paintDifference(line: string, paint: Paint): string {
  if (line.startsWith('-')) {
    return paint('green', line);
  }

  return line.startsWith('+') ? paint('red', line) : line;
}

function scheduleBlocks({ schedule }: Verdict, style: Required<TextStyle>): string[][] {
  return schedule === undefined ? [] : [describeExploration(schedule, style.width), drawSchedule(schedule, style)];
}

function draw({ kind, timeline, notStarted }: VerdictPicture, style: Required<TextStyle>): string {
  return kind === 'tree' ? drawTree(timeline, style) : drawTimeline(timeline, { ...style, notStarted });
}

/** The reason, with the diagnosis's name at the right of its last line, or of a line of its own. */
function explain({ why, diagnosis, problem }: Verdict, width: number, paint: Paint): string[] {
  const tag = `[${diagnosis}]`;
  const lines = wrapText(tame(why), width);
  const last = lines.at(-1) ?? '';
  const gap = width - last.length - tag.length;
  const signed =
    gap >= 2
      ? [...lines.slice(0, -1), `${last}${' '.repeat(gap)}${paint('dim', tag)}`]
      : [...lines, `${' '.repeat(Math.max(0, width - tag.length))}${paint('dim', tag)}`];
  return problem === undefined ? signed : [...signed, ...wrapText(problem, width).map((line) => paint('yellow', line))];
}

function direct({ site, next, schedule }: Verdict, width: number, paint: Paint): string[] {
  const where = site === undefined ? [] : wrapText(`${SITES[site.kind]} ${site.file}:${site.line}.`, width);
  const replay = schedule?.shown?.replay;
  const kata = / (\d+)$/.exec(next)?.[1];
  const again = replay === undefined || kata === undefined ? [] : [`again: npm run replay ${kata} -- ${replay}`];
  return [...where, ...again, `next: ${paint('bold', next)}`];
}
