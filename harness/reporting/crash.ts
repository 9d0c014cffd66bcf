import { type Place, parseFrame, toPlace, toWorkbookPath } from './place.ts';

/** An uncaught error as Node printed it before it ended the process. */
export interface Crash {
  /** Whether it was an Error: anything can be thrown. */
  isError: boolean;
  /** E.g. `TypeError`; for what is no error the text of the value. */
  name: string;
  message: string;
  /** Node's code for the kind of error, e.g. `ERR_MODULE_NOT_FOUND`. */
  code?: string;
  /** Where Node says that it was thrown: of a wrong program, the wrong line. */
  place?: Place;
  /** The calls that led there, the innermost first. */
  frames: Place[];
  /** What was printed, without Node's and the harness's own frames, with paths as a learner knows them. */
  text: string;
}

/** The last line of what Node prints (`node --version` is its last word). */
const TRAILER = /^Node\.js v\d+.*$/m;
/** The first line: a place, followed by the line of source and a mark under it. */
const PLACE = /^((?:file:\/\/|node:|\/).*):(\d+)$/;
const UNDERLINE = /^\s*\^+\s*$/;
const TITLE = /^\[?((?:[\w$]+ )?[\w$]*(?:Error|Exception|Rejection)[\w$]*)(?: \[(\w+)\])?(?:: ([\s\S]*))?$/;

/** All crashes in what the processes of a run wrote to stderr, in order. */
export function readCrashes(stderr: string): Crash[] {
  return stderr.split(TRAILER).slice(0, -1).flatMap(readCrash);
}

/** The error in one line, to stand before a full stop. */
export function headlineOf({ name, message }: Crash): string {
  const [first = ''] = message.split('\n');
  return first === '' ? name : `${name}: ${first.replace(/[.:]$/, '')}`;
}

function readCrash(segment: string): Crash[] {
  const lines = segment.split('\n');
  const start = lines.findLastIndex((line) => PLACE.test(line));
  const [, file, line] = PLACE.exec(lines[start] ?? '') ?? [];
  if (file === undefined) {
    return [];
  }

  const printed = lines.slice(start);
  const place = toPlace(file, Number(line));
  const underline = printed.findIndex((text) => UNDERLINE.test(text));
  const body = printed
    .slice(underline + 1)
    .join('\n')
    .trim();
  const frames = body.split('\n').flatMap((text) => parseFrame(text) ?? []);
  const [, code] = /^ {2}code: '(\w+)'/m.exec(body) ?? [];
  return [{ ...readThrown(body), ...(code && { code }), place, frames, text: forLearner(printed) }];
}

function readThrown(body: string): Pick<Crash, 'isError' | 'name' | 'message'> {
  // Node advises so when a text, a number or undefined was thrown: there is no stack to show.
  const isPrimitive = body.includes('\n(Use `node --trace-uncaught');
  const [head = body] = body.split(/\n\s+at |\n\(Use `node| \{\n/);
  const [, name, , message] = TITLE.exec(head.replace(/\]$/, '')) ?? [];
  if (isPrimitive || (name === undefined && !/^\s+at /m.test(body))) {
    return { isError: false, name: head, message: head };
  }

  // Of an error class that is not called Error, all up to the colon is its name.
  const colon = head.indexOf(': ');
  return {
    isError: true,
    name: name ?? (colon === -1 ? head : head.slice(0, colon)),
    message: message ?? (colon === -1 ? '' : head.slice(colon + 2)),
  };
}

/** Cuts what a learner has no use for out of a crash's text. */
function forLearner(lines: readonly string[]): string {
  // Node's own source is no help; the learner's is.
  const isNodes = lines[0]?.startsWith('node:') ?? false;
  const shown = isNodes ? lines.slice(lines.findIndex((line) => UNDERLINE.test(line)) + 1) : lines;
  return withoutForeignFrames(shown.filter((line) => !line.startsWith('(Use `node --trace-uncaught')))
    .join('\n')
    .replace(/(?:file:\/\/)?\/[^\s'"()]*\/katas\/[^\s'"():]+/g, toWorkbookPath)
    .trim();
}

function withoutForeignFrames(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const line of lines) {
    if (!/^\s+at /.test(line) || line.includes('/katas/')) {
      kept.push(line);
    } else if (line.endsWith(' {')) {
      // The last frame opens the list of the error's own properties.
      kept.push(`${kept.pop()} {`);
    }
  }

  return kept;
}
