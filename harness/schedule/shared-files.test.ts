import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dir } from 'tmp-promise';
import { expect, test } from 'vitest';
import { SharedDirectory } from './shared-files.ts';

test('what somebody left is copied, but for sockets: nobody can listen at a copy', async () => {
  const { path, cleanup } = await dir({ unsafeCleanup: true });
  const left = new SharedDirectory(join(path, 'left'), { tickets: '1', 'lock/holder': 'oscar' });
  const server = createServer().listen(join(left.path, 'lock/socket'));
  await once(server, 'listening');
  expect(left.read()).toMatchObject({ 'lock/socket': '(no plain file)' });
  left.copyTo(join(path, 'copy'));
  const copy = new SharedDirectory(join(path, 'run'), {}, join(path, 'copy'));
  expect(copy.read()).toEqual({ tickets: '1', 'lock/': '', 'lock/holder': 'oscar' });
  server.close();
  await cleanup();
});
