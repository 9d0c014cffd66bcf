import { join } from 'node:path';
import { withDir } from 'tmp-promise';
import { expect, test } from 'vitest';
import { SharedDirectory } from './shared-files.ts';

test('a shared directory begins with the files and the directories that it is given', async () => {
  await withDir(
    async ({ path }) => {
      const files = { 'empty/': '', 'accounts/': '', 'accounts/tony': '100' };
      const directory = new SharedDirectory(join(path, 'run'), files);
      expect(directory.read()).toEqual(files);
    },
    { unsafeCleanup: true },
  );
});
