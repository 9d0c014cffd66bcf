import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the processes of a run share: everything below the directory of that run. */
let shared: string | undefined;

export function share(directory: string | undefined): void {
  shared = directory;
}

/**
 * The path of an argument of node:fs relative to what is shared; undefined for what lies elsewhere, and for what is no path.
 * The directory itself is `.`.
 */
export function sharedPath(argument: unknown): string | undefined {
  const path = toPath(argument);
  if (shared === undefined || path === undefined) {
    return undefined;
  }

  const absolute = resolve(path);
  return absolute === shared || absolute.startsWith(shared + sep) ? relative(shared, absolute) || '.' : undefined;
}

/** The directory in which the entry of a shared path stands. */
export function entryOf(path: string): string {
  return path === '.' ? '.' : dirname(path);
}

function toPath(argument: unknown): string | undefined {
  if (typeof argument === 'string') {
    return argument;
  }

  if (argument instanceof URL) {
    return argument.protocol === 'file:' ? fileURLToPath(argument) : undefined;
  }

  return Buffer.isBuffer(argument) ? argument.toString() : undefined;
}
