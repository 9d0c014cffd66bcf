import { copyFile, link, mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What a copy does without, or must not share: the installed packages are linked, the progress is the learner's own. */
const LEFT_OUT = new Set(['node_modules', '.git', '.pidojo']);
/** What commands of a workbook only read. To make a file takes a millisecond, to link one next to nothing. */
const READ_ONLY = new Set(['harness', 'solutions']);

type Put = (source: string, target: string) => Promise<void>;

/**
 * Copies a workbook so that its own commands can be tried there. In what they only read (the harness, the solutions) files are the same
 * ones under another name: not to be written.
 * @param to a directory that does not exist yet
 * @returns `to`
 */
export async function copyWorkbook(root: string, to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(root, { withFileTypes: true })) {
    const [source, target] = [join(root, entry.name), join(to, entry.name)];
    if (entry.isFile()) {
      await copyFile(source, target);
    } else if (!LEFT_OUT.has(entry.name)) {
      await putTree(source, target, READ_ONLY.has(entry.name) ? linkOrCopy : copyFile);
    }
  }

  await symlink(join(root, 'node_modules'), join(to, 'node_modules'));
  return to;
}

// Node's own `cp` looks at each file so often that a copy takes it much longer.
async function putTree(from: string, to: string, put: Put): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    await (entry.isDirectory() ? putTree(source, target, put) : put(source, target));
  }
}

/** Another file system has files of its own. */
async function linkOrCopy(source: string, target: string): Promise<void> {
  await link(source, target).catch(() => copyFile(source, target));
}
