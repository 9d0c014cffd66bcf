import path from 'node:path';
import type { ScheduleEvidence } from '../schedule/evidence.ts';
import type { Operation, Outcome } from '../schedule/operation.ts';
import type { Step } from '../schedule/played.ts';
import type { SharedFiles } from '../schedule/shared-files.ts';
import { switchesOf } from '../schedule/stretches.ts';
import { shorten, toPrintable, widthOf } from '../timeline/drawing/text.ts';
import { foldRows } from './fold-rows.ts';
import { painter, type TextStyle, wrapText } from './text.ts';

const GAP = '  ';
/** A column of a process that is narrower says nothing. */
const LEAST_COLUMN = 16;
/** The widest column of a shared file: most hold a name or a number. */
const MOST_FILE_COLUMN = 16;
/** More files than these are not shown beside the steps; and no second one where it would leave less than this for a process. */
const MOST_FILES = 3;
const ROOMY_COLUMN = 26;

/** How many schedules were tried, and how short the one is that is shown. */
export function describeExploration(evidence: ScheduleEvidence, width = 80): string[] {
  const { runs, shown, explored, isAsked, wasOutside } = evidence;
  const switches = switchesOf(shown?.schedule ?? []);
  const length = `${switches} ${switches === 1 ? 'switch' : 'switches'}`;
  const sentences = [
    isAsked
      ? `schedule ${shown?.replay}, with ${length}`
      : `schedule ${runs}, of ${explored}; the shortest found that goes wrong has ${length}`,
    ...(wasOutside
      ? ['It waits for what is not under control, so it was judged by runs that took their own course.']
      : []),
    ...(shown?.isFlaky === true ? ['Repeated, it went another way: something else than the order decides.'] : []),
  ];
  return sentences.flatMap((sentence) => wrapText(sentence, width));
}

/** A table of a schedule: a column for each process, a row for each step, and what is shared after it. */
export function drawSchedule({ processes, shown }: ScheduleEvidence, style: TextStyle = {}): string[] {
  const { width = 80, ascii = false, colour = false } = style;
  if (shown === undefined) {
    return [];
  }

  const { steps, finding, before } = shown;
  const paint = painter(colour);
  const telling = fileColumns([
    withDirectories(before),
    ...steps.flatMap(({ files: after }) => (after === undefined ? [] : [after])),
  ]);
  const places = placesOf(steps);
  const numberWidth = Math.max(4, String(steps.length).length);
  const columnBeside = (shownFiles: readonly { width: number }[]) => {
    const filesWidth = shownFiles.reduce((sum, file) => sum + file.width + GAP.length, 0);
    return Math.floor((width - numberWidth - filesWidth - GAP.length * processes.length) / processes.length);
  };
  const most = [MOST_FILES, 2].find((count) => columnBeside(telling.slice(0, count)) >= ROOMY_COLUMN) ?? 1;
  const files = telling.slice(0, most);
  const column = Math.max(LEAST_COLUMN, columnBeside(files));
  const row = (number: string, cells: readonly string[], contents: readonly string[]) => {
    const shared = contents.map((text, position) => inCells(text, files[position]?.width ?? 0, ascii));
    return [number.padStart(numberWidth - 1).padEnd(numberWidth), ...cells, ...shared].join(GAP).trimEnd();
  };

  const failing = finding?.step ?? (finding === undefined ? -1 : steps.length - 1);
  const heading = row(
    'step',
    processes.map((name) => inCells(name, column, ascii)),
    // The end of a path tells it from the others.
    files.map(({ name, width: room }) =>
      widthOf(name) <= room ? name : `${ascii ? '..' : '…'}${name.slice(-(room - 2))}`,
    ),
  );
  const rows = steps.map((step, position) => {
    const cells = processes.map((_, process) =>
      process === step.process
        ? cellOf(step, column, ascii, places, position === failing && finding?.step !== undefined)
        : ' '.repeat(column),
    );
    const contents = files.map(({ name }) => contentOf(step.files ?? {}, name));
    return { text: row('', cells, contents), line: row(String(position + 1), cells, contents) };
  });
  const lines = rows.map(({ line }, position) => (position === failing ? paint('red', line) : line));
  const folded = foldRows(
    lines,
    rows.map(({ text }) => text),
    ascii,
  );
  return [paint('bold', heading), ...folded, ...legend(places)];
}

function legend(places: ReadonlySet<string>): string[] {
  const [only, ...others] = [...places].toSorted();
  if (only === undefined) {
    return [];
  }

  return ['', others.length === 0 ? `:n is line n of ${only}` : `${nameOf(only)}:n is line n of ${only}`];
}

function placesOf(steps: readonly Step[]): Set<string> {
  return new Set(steps.flatMap(({ operation }) => operation.place?.file ?? []));
}

/** What a step does, and at which line: of what does not fit the line stays. */
function cellOf(
  { operation, outcome }: Step,
  width: number,
  ascii: boolean,
  places: ReadonlySet<string>,
  isWrong: boolean,
): string {
  const { place } = operation;
  const file = place === undefined || places.size === 1 ? '' : nameOf(place.file);
  const where = place === undefined ? '' : ` ${file}:${place.line}`;
  const what = `${describeOperation(operation)}${describeOutcome(operation, outcome)}${isWrong ? '  <- here' : ''}`;
  return (
    inCells(what, width - where.length, ascii)
      .trimEnd()
      .padEnd(width - where.length) + where
  );
}

/** Short, since it stands in each row. */
function nameOf(file: string): string {
  return path.basename(file, '.ts');
}

function describeOperation({ name, detail = '', mark, isCrash }: Operation): string {
  if (mark !== undefined) {
    return mark.data === undefined
      ? mark.name.toUpperCase()
      : `${mark.name.toUpperCase()} ${JSON.stringify(mark.data)}`;
  }

  if (isCrash === true) {
    return 'KILLED';
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

  const isTelling = mark === undefined && result !== undefined && name.startsWith('read');
  return isTelling ? ` -> ${result}` : '';
}

/** The files that come, go or change in a run, those first that were there from the beginning, and the width of their columns. */
function fileColumns(states: readonly SharedFiles[]): { name: string; width: number }[] {
  const names = [...new Set(states.flatMap((state) => Object.keys(state)))];
  const changing = names.filter((name) => new Set(states.map((state) => contentOf(state, name))).size > 1);
  // That a directory is there shows in what is in it.
  const telling = changing.filter(
    (name) => !name.endsWith('/') || !changing.some((other) => other !== name && other.startsWith(name)),
  );
  return telling.slice(0, MOST_FILES).map((name) => {
    const widest = Math.max(widthOf(name), ...states.map((state) => widthOf(contentOf(state, name))));
    return { name, width: Math.min(widest, MOST_FILE_COLUMN) };
  });
}

/** The directories in which files lie are there, too. */
function withDirectories(files: SharedFiles): SharedFiles {
  const directories = Object.keys(files).flatMap((name) =>
    [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index + 1)),
  );
  return { ...Object.fromEntries(directories.map((name) => [name, ''])), ...files };
}

function contentOf(files: SharedFiles, name: string): string {
  const content = files[name];
  if (content === undefined) {
    return '-';
  }

  return content === '' ? (name.endsWith('/') ? 'there' : "''") : toPrintable(content);
}

function inCells(text: string, width: number, ascii: boolean): string {
  const cut = shorten(toPrintable(text, ascii), width, ascii ? '...' : '…');
  return cut + ' '.repeat(Math.max(0, width - widthOf(cut)));
}
