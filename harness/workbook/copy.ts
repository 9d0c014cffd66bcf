import { cp, mkdir, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What a copy does without, or must not share: the installed packages are linked, the progress is the learner's own. */
const LEFT_OUT = new Set(['node_modules', '.git', '.pidojo']);

/**
 * Copies a workbook so that its own commands can be tried there.
 * @param to a directory that does not exist yet
 * @returns `to`
 */
export async function copyWorkbook(root: string, to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  await cp(root, to, { recursive: true, filter: (source) => !LEFT_OUT.has(basename(source)) });
  await symlink(join(root, 'node_modules'), join(to, 'node_modules'));
  return to;
}
