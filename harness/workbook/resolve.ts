import { realpathSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import type { Kata } from './katas.ts';
import { editDistance, isNear } from './spelling.ts';
import { UsageError } from './usage-error.ts';

/**
 * The kata that somebody means: by number (`5`, `05`: that number only), id (`05-join`), name (`join`), a path in its folder
 * (`katas/05-join/join.ts`), or the start of its name when it is the start of no other.
 *
 * @throws UsageError with the near matches when it fits none, and with all that fit when it fits several
 */
export function resolveKata(katas: readonly Kata[], typed: string): Kata {
  const wanted = typed.trim();
  const [first, ...others] = fitting(katas, wanted);
  if (first === undefined) throw new UsageError(unknown(katas, wanted));
  if (others.length > 0) throw new UsageError(ambiguous([first, ...others], wanted));
  return first;
}

type Way = (kata: Kata, wanted: string) => boolean;

const byNumber: Way = (kata, wanted) => kata.number === Number(wanted);

// From the most exact to the least: the first way that fits any kata decides.
const WAYS: Way[] = [
  (kata, wanted) => kata.id === wanted.toLowerCase(),
  (kata, wanted) => kata.name === wanted.toLowerCase(),
  byPath,
  (kata, wanted) => kata.name.startsWith(wanted.toLowerCase()),
  byNumberAndStart,
];

function fitting(katas: readonly Kata[], wanted: string): Kata[] {
  if (wanted === '') return [];
  const ways = /^\d+$/.test(wanted) ? [byNumber] : WAYS;
  for (const way of ways) {
    const found = katas.filter((kata) => way(kata, wanted));
    if (found.length > 0) return found;
  }
  return [];
}

// npm runs a script in the workbook's folder: a relative path counts from there. An editor hands over an absolute one.
function byPath(kata: Kata, wanted: string): boolean {
  if (!wanted.includes('/')) return false;
  const root = path.resolve(kata.directory, '../..');
  return [path.resolve(root, wanted), path.resolve(root, 'katas', wanted)]
    .map(realPath)
    .some((found) => found === kata.directory || found.startsWith(kata.directory + path.sep));
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

// `5-join`, `05-jo`
function byNumberAndStart(kata: Kata, wanted: string): boolean {
  const [, number, start] = /^(\d+)-(.*)$/.exec(wanted.toLowerCase()) ?? [];
  return number !== undefined && start !== undefined && byNumber(kata, number) && kata.name.startsWith(start);
}

function ambiguous(found: Kata[], wanted: string): string {
  const ids = found.map(({ id }) => id);
  return `${inspect(wanted)} fits ${found.length} katas: ${ids.join(', ')}.\nType more of the name, or the number.`;
}

function unknown(katas: readonly Kata[], wanted: string): string {
  const [first] = katas;
  if (!first) return 'This workbook has no katas: the folder katas/ is empty or missing.';

  const near = nearKatas(katas, wanted).map(({ id }) => id);
  const few = katas.slice(0, 3).map(({ id }) => id);
  return [
    wanted === '' ? 'No kata was named.' : `No kata fits ${inspect(wanted)}.`,
    near.length > 0
      ? `Near: ${near.join(', ')}.`
      : `There are ${katas.length}: ${few.join(', ')}${katas.length > 3 ? ', ...' : '.'}`,
    `Type a number (${first.number}), a name (${first.name}), or a path (katas/${first.id}/${first.stub}).`,
    'next: npm run list',
  ].join('\n');
}

function nearKatas(katas: readonly Kata[], wanted: string): Kata[] {
  const words = wanted
    .toLowerCase()
    .split('/')
    .map((part) => part.replace(/^\d+-?/, '').replace(/\.ts$/, ''))
    // Every path holds it, and longer texts than any name cost time and are near to nothing.
    .filter((word) => word !== '' && word !== 'katas' && word.length <= 100);
  const distance = ({ name }: Kata) => Math.min(...words.map((word) => editDistance(word, name)));
  return katas
    .filter(({ name }) => words.some((word) => isNear(word, name)))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 5);
}
