// A whole file is written by opening it, which empties it, and then writing: two steps, between which others find it empty, and
// after the first of which its writer may die. Node does both in one call, so it is made of two here. To copy onto a file is the same.
import { constants } from 'node:fs';
import { sharedPath } from './shared.ts';
import { turns } from './turns.ts';

type Call = (...args: unknown[]) => unknown;
type Functions = Record<string, Call>;

interface Writing {
  flag: string;
  mode: number | undefined;
  encoding: BufferEncoding | undefined;
}

/** Replaces writeFile, appendFile and copyFile, in every form; what they call is the controlled open, read, write and close. */
export function writeInSteps(functions: Functions, promises: Functions): void {
  for (const [name, flag] of [
    ['writeFile', 'w'],
    ['appendFile', 'a'],
  ] as const) {
    replaceSync(functions, `${name}Sync`, flag);
    const inSteps = writesInSteps(promises, name, flag);
    replaceCallback(functions, name, inSteps);
  }

  copyInSteps(functions, promises);
}

/** It reads the one file and writes the other, as above. A clone that must be one is none of this. */
function copyInSteps(functions: Functions, promises: Functions): void {
  const { copyFileSync, copyFile } = { copyFileSync: functions.copyFileSync, copyFile: promises.copyFile };
  const isInSteps = (to: unknown, mode: number) =>
    turns.isRunning && sharedPath(to) !== undefined && (mode & constants.COPYFILE_FICLONE_FORCE) === 0;
  const flagOf = (mode: number) => ({ flag: (mode & constants.COPYFILE_EXCL) === 0 ? 'w' : 'wx' });

  functions.copyFileSync = (from, to, mode = 0) =>
    isInSteps(to, Number(mode))
      ? functions.writeFileSync?.(to, functions.readFileSync?.(from), flagOf(Number(mode)))
      : copyFileSync?.(from, to, mode);
  const inSteps = async (from: unknown, to: unknown, mode: unknown = 0) =>
    isInSteps(to, Number(mode))
      ? promises.writeFile?.(to, await promises.readFile?.(from), flagOf(Number(mode)))
      : copyFile?.(from, to, mode);
  promises.copyFile = inSteps as Call;
  replaceCallback(functions, 'copyFile', inSteps as Call);
}

function replaceSync(functions: Functions, name: string, flag: string): void {
  const original = functions[name];
  functions[name] = (path, data, options) => {
    const writing = readOptions(options, flag);
    if (!turns.isRunning || sharedPath(path) === undefined || !isWhole(data)) {
      return original?.(path, data, options);
    }

    const descriptor = functions.openSync?.(path, writing.flag, writing.mode);
    try {
      functions.writeSync?.(descriptor, toBytes(data, writing));
    } finally {
      functions.closeSync?.(descriptor);
    }
    return undefined;
  };
}

function writesInSteps(promises: Functions, name: string, flag: string): Call {
  const original = promises[name];
  const inSteps = async (path: unknown, data: unknown, options: unknown) => {
    const writing = readOptions(options, flag);
    if (!turns.isRunning || sharedPath(path) === undefined || !isWhole(data)) {
      return original?.(path, data, options);
    }

    const handle = (await promises.open?.(path, writing.flag, writing.mode)) as import('node:fs/promises').FileHandle;
    try {
      await handle.write(toBytes(data, writing));
    } finally {
      await handle.close();
    }
    return undefined;
  };
  promises[name] = inSteps as Call;
  return inSteps as Call;
}

function replaceCallback(functions: Functions, name: string, inSteps: Call): void {
  functions[name] = (...args) => {
    const callback = args.pop() as (error: unknown) => void;
    void (inSteps(...args) as Promise<void>).then(
      () => callback(null),
      (error) => callback(error),
    );
  };
}

function readOptions(options: unknown, flag: string): Writing {
  if (typeof options === 'string') {
    return { flag, mode: undefined, encoding: options as BufferEncoding };
  }

  const given = (options ?? {}) as { flag?: string; mode?: number; encoding?: BufferEncoding };
  return { flag: given.flag ?? flag, mode: given.mode, encoding: given.encoding ?? undefined };
}

/** A stream or an iterable is written bit by bit by Node itself. */
function isWhole(data: unknown): data is string | NodeJS.ArrayBufferView {
  return typeof data === 'string' || ArrayBuffer.isView(data);
}

function toBytes(data: string | NodeJS.ArrayBufferView, { encoding }: Writing): Uint8Array {
  return typeof data === 'string'
    ? Buffer.from(data, encoding)
    : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}
