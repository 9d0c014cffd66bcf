import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import { KEPT_BYTES } from './output.ts';
import { livingProcesses, test } from './testing/play.ts';

interface Self {
  env: Record<string, string>;
  cwd: string;
  input: string;
  argv: string[];
}

const ALWAYS_THERE = ['HOME', 'NODE_COMPILE_CACHE', 'NODE_OPTIONS', 'PATH', 'PIDOJO_SANDBOX', 'TMPDIR'];
const ALLOWED = ['LANG', 'LC_ALL', 'LC_CTYPE', 'LOGNAME', 'SHELL', 'TZ', 'USER', ...ALWAYS_THERE];

test('a scenario leads a session of its own, in a directory nobody else may enter', async ({ play }) => {
  const run = await play('stands-still');
  await run.gate('end').reachedBy(1);

  const entry = (await livingProcesses()).find(({ pid }) => pid === run.pid);
  expect(entry).toMatchObject({ ppid: process.pid, session: run.pid, group: run.pid });
  expect(statSync(dirname(run.directory)).mode & 0o777).toBe(0o700);

  await run.close();
  expect(existsSync(dirname(run.directory))).toBe(false);
});

test('nothing of the user’s environment comes in, and standard input is closed', async ({ play }) => {
  process.env.PIDOJO_TEST_LEAK = 'of the user';
  const run = await play('shows-itself', { args: ['two words', ''], env: { EXTRA: 'of the test' } });
  const { env, cwd, input, argv } = (await run.mark('self')).data as Self;
  delete process.env.PIDOJO_TEST_LEAK;

  expect(Object.keys(env).filter((name) => !ALLOWED.includes(name))).toEqual(['EXTRA']);
  expect(Object.keys(env)).toEqual(expect.arrayContaining(ALWAYS_THERE));
  expect(env.EXTRA).toBe('of the test');
  expect([cwd, env.HOME, env.TMPDIR]).toEqual(Array(3).fill(run.directory));
  expect({ input, argv }).toEqual({ input: '', argv: ['two words', ''] });
  await run.ended();
});

test('a test cannot take the token away by the environment that it adds', async ({ play }) => {
  const run = await play('shows-itself', { env: { PIDOJO_SANDBOX: '/elsewhere' } });
  expect(((await run.mark('self')).data as Self).env.PIDOJO_SANDBOX).toBe(dirname(run.directory));
});

test('output is read to its end and kept up to a cap', async ({ play }) => {
  const run = await play('prints-two-megabytes');
  await run.ended();

  expect(run.exit).toEqual({ code: 0, signal: null });
  const beginning = 'abcdefg\n'.repeat(KEPT_BYTES / 8);
  expect(run.stdout === beginning && run.stderr === beginning).toBe(true);
});

test('a program that cannot be started is an error that says so', async ({ play, sandbox }) => {
  await expect(play('x', { command: ['/no/such/program'] })).rejects.toThrow(/could not be started.*ENOENT/s);
  await expect(play('stands-still', { cwd: '/no/such/directory' })).rejects.toThrow(/could not be started/);
  expect(sandbox.runs).toEqual([]);
});
