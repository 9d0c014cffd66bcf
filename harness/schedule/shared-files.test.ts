import { once } from 'node:events';
import { createServer } from 'node:net';
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

test('what somebody left is copied, but for sockets: nobody can listen at a copy', async () => {
  await withDir(
    async ({ path }) => {
      const left = new SharedDirectory(join(path, 'left'), { tickets: '1', 'lock/holder': 'oscar' });
      const server = createServer().listen(join(left.path, 'lock/socket'));
      await once(server, 'listening');
      expect(left.read()).toMatchObject({ 'lock/socket': '(no plain file)' });
      left.copyTo(join(path, 'copy'));
      const run = new SharedDirectory(join(path, 'run'), {}, join(path, 'copy'));
      expect(run.read()).toEqual({ tickets: '1', 'lock/': '', 'lock/holder': 'oscar' });
      server.close();
    },
    { unsafeCleanup: true },
  );
});
