import { expect } from 'vitest';
import { runSystemProgram } from './system-program.ts';
import { test } from './testing/start-process.ts';

test('gives what the program wrote, and its exit status', async () => {
  const output = await runSystemProgram('sh', ['-c', 'echo out; echo oops >&2; exit 3']);
  expect(output).toEqual({ stdout: 'out', stderr: 'oops', exitCode: 3 });
});

test('starts the program in the C locale and in UTC, without the variables of the user', async () => {
  const { stdout } = await runSystemProgram('env', []);
  const names = stdout.split('\n').map((line) => line.split('=')[0]);
  expect(names.sort()).toEqual(['LC_ALL', 'PATH', 'TZ']);
  expect(stdout).toContain('LC_ALL=C\n');
});

test('runs one program after the other, whoever asks', async ({ directory }) => {
  // Two at once would find the directory there.
  const alone = ['-c', 'mkdir "$0" && ps -A > /dev/null && rmdir "$0"', `${directory}/in-use`];
  const outputs = await Promise.all([1, 2, 3, 4].map(() => runSystemProgram('sh', alone)));
  expect(outputs.map(({ stderr }) => stderr)).toEqual(['', '', '', '']);
});

test('kills a program that does not answer, and says so', async () => {
  await expect(runSystemProgram('sleep', ['60'], 50)).rejects.toMatchObject({
    code: 'timed-out',
    message: expect.stringContaining("Expected 'sleep 60' to answer within 0.05 s"),
  });
});

test('says that a program is not installed', async () => {
  await expect(runSystemProgram('no-such-program', [])).rejects.toMatchObject({
    code: 'missing',
    message: expect.stringContaining("Expected to find 'no-such-program' in /usr/bin"),
  });
});

test('says by which signal a program was ended', async () => {
  await expect(runSystemProgram('sh', ['-c', 'kill -TERM $$'])).rejects.toMatchObject({
    code: 'killed',
    message: expect.stringContaining('ended by SIGTERM'),
  });
});

test('goes on after a program that failed', async () => {
  const failed = runSystemProgram('no-such-program', []);
  const succeeded = runSystemProgram('echo', ['next']);
  await expect(failed).rejects.toThrow();
  expect((await succeeded).stdout).toBe('next');
});
