import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** Whether an error of the file system says that there is nothing at that path. */
export function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The text of a file, or `undefined` when there is none. */
export async function readTextIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** What a folder holds, sorted by name and without dot files (editors and file managers leave those); empty when there is no such folder. */
export async function listIfThere(directory: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    // By code unit, not by locale: the order must be the same on every machine.
    return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}
