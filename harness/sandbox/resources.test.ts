import { expect, test } from 'vitest';
import { makeTemporaryDirectory, startRunner } from './testing/runner.ts';

test('two hundred plays hold no more than four', async ({ onTestFinished }) => {
  const temporary = await makeTemporaryDirectory(onTestFinished);
  const { stdout, stderr } = await startRunner(temporary, 'plays-often');
  expect(stderr).toBe('');
  const { before, after } = JSON.parse(stdout);
  expect(before.directories).toEqual(['sessions']);
  expect(after).toEqual(before);
});
