import { fileURLToPath } from 'node:url';
import type { Site } from '../timeline/events.ts';

/** A place in any file, as an error's stack names it. */
export interface Place {
  /** Absolute path, or `node:...` for Node's own files. */
  path: string;
  line: number;
  function?: string;
}

/** Whose a file is. */
export type Owner = 'learner' | 'scenario' | 'given' | 'node' | 'harness' | 'other';

/** An answer judged beside others stands in a folder with a label, `katas/05-join~serial`: in a URL the tilde is `%7E`. */
const KATA_PATH = /^.*\/(katas\/\d{2,}-[a-z0-9-]+)(?:(?:~|%7E)[^/]*)?\/(.+)$/i;
/** Files that katas give: their names are the same in all of them, so that the harness can tell them from the learner's. */
const GIVEN = new Set(['run-task.ts', 'task.ts', 'lock.ts']);
const FRAME = /^\s+at (?:async )?(?:(.+) \()?((?:file:\/\/|node:|\/)[^()]*?):(\d+):\d+\)?(?: \{)?$/;

/** Reads a line of a stack; `undefined` when it names no place. */
export function parseFrame(line: string): Place | undefined {
  const [, name, file, number] = FRAME.exec(line) ?? [];
  return file === undefined ? undefined : toPlace(file, Number(number), name);
}

/** @param file a path or a file URL */
export function toPlace(file: string, line: number, name?: string): Place {
  // V8 calls a function without a name anonymous, and says so only of methods.
  return { path: toPath(file), line, ...(name === undefined || /<anonymous>/.test(name) ? {} : { function: name }) };
}

export function ownerOf(path: string): Owner {
  if (path.startsWith('node:')) {
    return 'node';
  }

  const [, kata, file] = KATA_PATH.exec(path) ?? [];
  if (kata === undefined || file === undefined) {
    return /\/(?:harness|node_modules)\//.test(path) ? 'harness' : 'other';
  }

  if (file.startsWith('scenarios/')) {
    return 'scenario';
  }

  return GIVEN.has(file) || file.endsWith('.test.ts') ? 'given' : 'learner';
}

/** The path as a learner knows it: below the workbook, without the label of an overlay. */
export function toWorkbookPath(path: string): string {
  const [, kata, file] = KATA_PATH.exec(path) ?? [];
  return kata === undefined ? path : `${kata}/${file}`;
}

export function toSite({ path, ...rest }: Place): Site {
  return { file: toWorkbookPath(path), ...rest };
}

function toPath(file: string): string {
  if (!file.startsWith('file://')) {
    return file;
  }

  try {
    return fileURLToPath(file);
  } catch {
    // Printed by a program, not by Node.
    return file;
  }
}
