import { basename } from 'node:path/posix';
import { toPrintable } from './text.ts';

/** Options with which node reads TypeScript on its older versions; they tell a reader nothing. */
const LOADERS = new Set(['--import', '--require', '-r', '--loader', '--experimental-loader']);

/** A command line in the words of a person. */
export interface ShortCommand {
  /** What runs: `sh`, or `node task.ts`. */
  program: string;
  /** With its arguments. */
  full: string;
}

/** Leaves out folders and loaders. */
export function shortenCommand(command: string, ascii = false): ShortCommand {
  const [path = '', ...words] = toPrintable(command, ascii).split(' ');
  const name = basename(path) || path;
  const { before, script, after } =
    name === 'node' ? findScript(words) : { before: [], script: [], after: words.map(shortenUrls) };
  const program = [name, ...script].join(' ');
  return { program, full: [name, ...before, ...script, ...after].join(' ') };
}

function findScript(words: readonly string[]): { before: string[]; script: string[]; after: string[] } {
  const kept = words.filter((word, index) => !LOADERS.has(word) && !LOADERS.has(words[index - 1] ?? ''));
  const first = kept.findIndex((word) => !word.startsWith('-'));
  if (first === -1) {
    return { before: kept, script: [], after: [] };
  }

  // A command line does not keep its arguments apart: a path with blanks is several words.
  const last = kept.findIndex((word, index) => index >= first && /\.[cm]?[jt]s$/.test(word));
  const end = Math.max(first, last) + 1;
  const script = kept.slice(first, end).join(' ');
  return {
    before: kept.slice(0, first),
    script: [basename(script) || script],
    after: kept.slice(end).map(shortenUrls),
  };
}

function shortenUrls(word: string): string {
  return word.replace(/file:\/\/[^\s"']*\/([^\s"'/]+)/g, '$1');
}
