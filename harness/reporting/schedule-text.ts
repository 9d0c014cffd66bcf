import path from 'node:path';
import type { ScheduleEvidence } from '../schedule/evidence.ts';
import type { Operation, Outcome } from '../schedule/operation.ts';
import type { Step } from '../schedule/played.ts';
import type { SharedFiles } from '../schedule/shared-files.ts';
import { switchesOf } from '../schedule/stretches.ts';
import { shorten, toPrintable, widthOf } from '../timeline/drawing/text.ts';
import { painter, type TextStyle } from './text.ts';

const GAP = '  ';
/** A column of a process that is narrower says nothing. */
const LEAST_COLUMN = 18;
/** The widest column of a shared file: most hold a name or a number. */
const MOST_FILE_COLUMN = 14;
/** More files than these are not shown beside the steps. */
const MOST_FILES = 3;

/** In one line: how many schedules were tried, and how short the one is that goes wrong. */
export function describeExploration({
  runs,
  pruned,
  shown,
  explored,
  isComplete,
  wasOutside,
}: ScheduleEvidence): string[] {
  const switches = switchesOf(shown?.schedule ?? []);
  const short = `the shortest that goes wrong has ${switches} ${switches === 1 ? 'switch' : 'switches'}`;
  const tried = `${runs} of ${isComplete ? '' : 'perhaps '}${explored}`;
  return [
    shown?.finding === undefined ? `schedule ${shown?.replay ?? ''}` : `schedule ${runs}, ${explored}; ${short}`,
    ...(pruned > 0 && shown?.finding === undefined ? [`${tried}; ${pruned} more would show nothing new`] : []),
    ...(wasOutside ? ['Part of it waits for what is not under control, so another run may differ.'] : []),
    ...(shown?.isFlaky === true
      ? ['When it was repeated it went another way: something else than the order decides.']
      : []),
  ];
}

/** A table of a schedule: a column for each process, a row for each step, and what is shared after it. */
export function drawSchedule({ processes, shown }: ScheduleEvidence, style: TextStyle = {}): string[] {
  const { width = 80, ascii = false, colour = false } = style;
  if (shown === undefined) {
    return [];
  }

  const paint = painter(colour);
  const { steps, finding, before } = shown;
  const files = fileColumns([before, ...steps.flatMap(({ files: after }) => (after === undefined ? [] : [after]))]);
  const numberWidth = Math.max(4, String(steps.length).length);
  const filesWidth = files.reduce((sum, { width: own }) => sum + own + GAP.length, 0);
  const room = width - numberWidth - filesWidth - GAP.length * processes.length;
  const column = Math.max(LEAST_COLUMN, Math.floor(room / processes.length));
  const inCells = (text: string, own: number) => pad(shorten(toPrintable(text, ascii), own, ascii ? '...' : '…'), own);
  const row = (number: string, texts: readonly string[], contents: readonly string[]) =>
    [
      number.padStart(numberWidth - 1).padEnd(numberWidth),
      ...texts.map((text) => inCells(text, column)),
      ...contents.map((text, position) => inCells(text, files[position]?.width ?? 0)),
    ]
      .join(GAP)
      .trimEnd();

  const failing = finding?.step ?? (finding === undefined ? -1 : steps.length - 1);
  const heading = row(
    'step',
    processes,
    files.map(({ name }) => name),
  );
  const rows = steps.map((step, position) => {
    const texts = processes.map((_, process) => (process === step.process ? describeStep(step) : ''));
    const line = row(
      String(position + 1),
      texts,
      files.map(({ name }) => contentOf(step.files ?? {}, name)),
    );
    return position === failing ? paint('red', line) : line;
  });
  return [paint('bold', heading), ...rows];
}

function describeStep({ operation, outcome }: Step): string {
  const { place } = operation;
  const where = place === undefined ? '' : `  ${path.basename(place.file)}:${place.line}`;
  return `${describeOperation(operation)}${describeOutcome(operation, outcome)}${where}`;
}

function describeOperation({ name, detail = '', mark }: Operation): string {
  if (mark !== undefined) {
    return mark.data === undefined
      ? mark.name.toUpperCase()
      : `${mark.name.toUpperCase()} ${JSON.stringify(mark.data)}`;
  }

  return name === 'sleep' ? `sleeps ${detail}` : `${name} ${detail}`;
}

function describeOutcome({ name, mark }: Operation, { error, result }: Outcome = {}): string {
  if (error !== undefined) {
    return ` -> ${error}`;
  }

  if (name.startsWith('exists')) {
    return result === 'true' ? ' -> yes' : ' -> no';
  }

  const isTelling = mark === undefined && result !== undefined && /^(read|list)/.test(name);
  return isTelling ? ` -> ${result}` : '';
}

/** The files that come, go or change in a run, and the width of their columns. */
function fileColumns(states: readonly SharedFiles[]): { name: string; width: number }[] {
  const names = [...new Set(states.flatMap((state) => Object.keys(state)))];
  const telling = names.filter((name) => new Set(states.map((state) => contentOf(state, name))).size > 1);
  return telling.slice(0, MOST_FILES).map((name) => {
    const widest = Math.max(widthOf(name), ...states.map((state) => widthOf(contentOf(state, name))));
    return { name, width: Math.min(widest, MOST_FILE_COLUMN) };
  });
}

function contentOf(files: SharedFiles, name: string): string {
  const content = files[name];
  if (content === undefined) {
    return '-';
  }

  return content === '' ? (name.endsWith('/') ? 'there' : "''") : toPrintable(content);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
