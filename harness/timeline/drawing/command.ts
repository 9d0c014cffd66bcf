import { basename } from 'node:path/posix';
import { toPrintable } from './text.ts';

/** Options with which node reads TypeScript on its older versions; they tell a reader nothing. */
const LOADERS = new Set(['--import', '--require', '-r', '--loader', '--experimental-loader']);

/** A command line as a person would say it: the program and node's script without their folders, no loaders. */
export function shortenCommand(command: string, ascii = false): string {
  const [path = '', ...words] = toPrintable(command, ascii).split(' ');
  const program = basename(path) || path;
  if (program !== 'node') {
    return [program, ...words].join(' ');
  }

  const kept = words.filter((word, index) => !LOADERS.has(word) && !LOADERS.has(words[index - 1] ?? ''));
  const script = kept.findIndex((word) => !word.startsWith('-'));
  return [program, ...kept.map((word, index) => (index === script ? basename(word) || word : word))].join(' ');
}
