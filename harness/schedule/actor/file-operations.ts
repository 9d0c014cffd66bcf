// What the functions of node:fs do to what they name, by the name of the asynchronous form.
import { constants } from 'node:fs';
import type { Operation, Touch } from '../operation.ts';
import { entryOf, sharedPath } from './shared.ts';

/**
 * How a path is touched. `lists`: sees what is in a directory, if only by its times and its number of links. `content`: what is in the file; `entry`: its name in its directory, which everyone sees who looks
 * whether the file is there.
 */
type Effect = 'reads' | 'lists' | 'changes content' | 'changes entry';

/** Functions of a path or two: the effect on each argument in order. */
const OF_PATHS: Record<string, readonly (Effect | undefined)[]> = {
  access: ['reads'],
  exists: ['reads'],
  lstat: ['lists'],
  opendir: ['lists'],
  readdir: ['lists'],
  readFile: ['reads'],
  readlink: ['reads'],
  realpath: ['reads'],
  stat: ['lists'],
  statfs: ['reads'],
  chmod: ['changes content'],
  chown: ['changes content'],
  lchown: ['changes content'],
  lutimes: ['changes content'],
  truncate: ['changes content'],
  utimes: ['changes content'],
  mkdir: ['changes entry'],
  mkdtemp: ['changes entry'],
  rm: ['changes entry'],
  rmdir: ['changes entry'],
  unlink: ['changes entry'],
  copyFile: ['reads', 'changes entry'],
  cp: ['lists', 'changes entry'],
  link: ['reads', 'changes entry'],
  rename: ['changes entry', 'changes entry'],
  symlink: [undefined, 'changes entry'],
};

/** Functions of an open file. To close it changes nothing that others see, so it is no step. */
const OF_DESCRIPTORS: Record<string, Effect> = {
  fstat: 'reads',
  read: 'reads',
  readv: 'reads',
  fchmod: 'changes content',
  fchown: 'changes content',
  fdatasync: 'reads',
  fsync: 'reads',
  ftruncate: 'changes content',
  futimes: 'changes content',
  write: 'changes content',
  writev: 'changes content',
};

export const pathFunctions: readonly string[] = Object.keys(OF_PATHS);
export const descriptorFunctions: readonly string[] = Object.keys(OF_DESCRIPTORS);

/** Methods of a FileHandle, and the function of a descriptor that does the same. */
export const handleMethods: Readonly<Record<string, string>> = {
  appendFile: 'write',
  chmod: 'fchmod',
  chown: 'fchown',
  datasync: 'fdatasync',
  read: 'read',
  readFile: 'read',
  readLines: 'read',
  readv: 'readv',
  stat: 'fstat',
  sync: 'fsync',
  truncate: 'ftruncate',
  utimes: 'futimes',
  write: 'write',
  writeFile: 'write',
  writev: 'writev',
};

/** The operation that a function of paths would be; undefined when it touches nothing that is shared. */
export function operationOnPaths(name: string, shown: string, args: readonly unknown[]): Operation | undefined {
  const paths: string[] = [];
  const touches = (OF_PATHS[name] ?? []).flatMap((effect, position) => {
    const path = effect === undefined ? undefined : sharedPath(args[position]);
    if (path === undefined || effect === undefined) {
      return [];
    }

    paths.push(path);
    return touched(path, effect);
  });
  return paths.length === 0 ? undefined : { name: shown, touches, detail: paths.join(' -> ') };
}

/** To open a file may create or empty it: then it is a write. */
export function operationOfOpen(shown: string, path: string, flags: unknown): Operation {
  const touches = isReading(flags) ? touched(path, 'reads') : touched(path, 'changes entry');
  return { name: shown, touches, detail: typeof flags === 'string' && flags !== 'r' ? `${path} '${flags}'` : path };
}

export function operationOnOpenFile(name: string, shown: string, path: string): Operation {
  return { name: shown, touches: touched(path, OF_DESCRIPTORS[name] ?? 'changes content'), detail: path };
}

function touched(path: string, effect: Effect): Touch[] {
  switch (effect) {
    case 'reads':
      return [{ what: path, access: 'read' }];
    case 'lists':
      return [
        { what: path, access: 'read' },
        { what: entriesOf(path), access: 'read' },
      ];
    case 'changes entry':
      return [
        { what: path, access: 'write' },
        { what: entriesOf(entryOf(path)), access: 'entry' },
      ];
    default:
      return [{ what: path, access: 'write' }];
  }
}

/** Whoever lists a directory sees its entries come and go. */
function entriesOf(directory: string): string {
  return `${directory}/*`;
}

function isReading(flags: unknown): boolean {
  if (typeof flags === 'number') {
    return (flags & (constants.O_WRONLY | constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC)) === 0;
  }

  return flags === undefined || flags === null || flags === 'r' || flags === 'rs' || flags === 'sr';
}
