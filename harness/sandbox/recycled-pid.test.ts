import { execa } from 'execa';
import { expect, test } from 'vitest';
import { runnerCommand } from './testing/runner.ts';

const UNSHARE = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--kill-child', '--mount-proc'];

test('a stranger who got the pid of a member is never touched', async ({ skip }) => {
  const [command = '', ...args] = [...UNSHARE, ...runnerCommand('recycles-a-pid')];
  const { stdout, stderr, exitCode } = await execa(command, args, { reject: false });
  skip(/^unshare: |ENOENT/.test(stderr), 'this system lets nobody make a pid namespace');
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  expect(JSON.parse(stdout)).toEqual({ known: [4711], taken: [], lives: true });
});
