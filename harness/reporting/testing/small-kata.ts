import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withDir } from 'tmp-promise';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Makes a workbook with one small kata, on the real harness, for as long as `use` takes.
 * @param files their text, by path below `katas/05-join`
 * @param use gets the workbook's directory and the kata's
 */
export async function withSmallKata<T>(
  files: Readonly<Record<string, string>>,
  use: (kata: string, workbook: string) => Promise<T>,
  folder = '05-join',
): Promise<T> {
  return withDir(
    async ({ path }) => {
      const workbook = await realpath(path);
      for (const name of ['harness', 'node_modules', 'package.json']) {
        await symlink(join(root, name), join(workbook, name));
      }

      const kata = join(workbook, 'katas', folder);
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(kata, name)), { recursive: true });
        await writeFile(join(kata, name), text);
      }

      return use(kata, workbook);
    },
    { prefix: 'workbook', unsafeCleanup: true },
  );
}
