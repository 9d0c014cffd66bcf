import { createHash } from 'node:crypto';
import { Dirent } from 'node:fs';

/** The longest that is told whole, characters. */
const LONGEST = 400;

/**
 * What an operation told the program that made it: two processes of one program that were told the same, one after the other, stand at the
 * same place.
 * @returns undefined for what may be another one in each run, or cannot be seen from here: times and numbers of files, bytes read into a
 *   buffer
 */
export function toldBy(value: unknown): string | undefined {
  if (value === undefined || value === null || typeof value === 'boolean') {
    return String(value);
  }

  if (typeof value === 'number') {
    // How many bytes were written, or which descriptor was opened.
    return 'number';
  }

  if (typeof value === 'string' || value instanceof Uint8Array) {
    return shortened(Buffer.from(value as string).toString('latin1'));
  }

  if (value instanceof Dirent) {
    return `${value.name} ${value.isDirectory()} ${value.isSymbolicLink()}`;
  }

  if (Array.isArray(value)) {
    const each = value.map(toldBy);
    return each.includes(undefined) ? undefined : shortened(JSON.stringify(each));
  }

  return isOpened(value) ? 'opened' : undefined;
}

function isOpened(value: object): boolean {
  return 'fd' in value && 'appendFile' in value;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : createHash('sha1').update(text).digest('hex');
}
