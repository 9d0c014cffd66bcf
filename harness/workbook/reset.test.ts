import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { answerDigest } from './answers.ts';
import { findKatas } from './katas.ts';
import { resetKata } from './reset.ts';
import { test } from './testing/fixture.ts';
import { UsageError } from './usage-error.ts';

const STUB = 'katas/05-join/join.ts';

test('restores the stub and keeps every version under a number of its own', async ({ workbook }) => {
  const kata = await workbook.kata('05-join');
  const pristine = await workbook.read(STUB);

  await workbook.write({ [STUB]: 'first' });
  expect(await resetKata(kata)).toEqual({ changed: true, backup: 'join.backup-1.ts' });
  expect(await workbook.read(STUB)).toBe(pristine);
  await workbook.write({ [STUB]: 'second' });
  expect(await resetKata(kata)).toEqual({ changed: true, backup: 'join.backup-2.ts' });

  expect(await workbook.read('katas/05-join/join.backup-1.ts')).toBe('first');
  expect(await workbook.read('katas/05-join/join.backup-2.ts')).toBe('second');
});

test('counts on from the highest number, so that a later backup never has a lower one', async ({ workbook }) => {
  await workbook.write({ 'katas/05-join/join.backup-9.ts': 'old', [STUB]: 'new' });
  expect(await resetKata(await workbook.kata('05-join'))).toEqual({ changed: true, backup: 'join.backup-10.ts' });
  expect(await workbook.read('katas/05-join/join.backup-9.ts')).toBe('old');
});

test('an untouched stub makes no backup, and neither does a missing one', async ({ workbook }) => {
  const kata = await workbook.kata('05-join');
  const before = await readdir(kata.directory);
  const pristine = await workbook.read(STUB);

  expect(await resetKata(kata)).toEqual({ changed: false, backup: undefined });
  await rm(path.join(workbook.root, STUB));
  expect(await resetKata(kata)).toEqual({ changed: true, backup: undefined });

  expect(await workbook.read(STUB)).toBe(pristine);
  expect(await readdir(kata.directory)).toEqual(before);
});

test('without a pristine copy the answer stays as it is', async ({ workbook }) => {
  await rm(path.join(workbook.root, 'solutions/05-join/stub'), { recursive: true });
  await workbook.write({ [STUB]: 'mine' });
  const attempt = resetKata(await workbook.kata('05-join'));
  await expect(attempt).rejects.toThrow(UsageError);
  await expect(attempt).rejects.toThrow('solutions/05-join/stub/join.ts');
  expect(await workbook.read(STUB)).toBe('mine');
});

test('a backup is no answer, no test and no kata', async ({ workbook }) => {
  const kata = await workbook.kata('05-join');
  const digest = await answerDigest(kata);
  await workbook.write({ [STUB]: 'mine' });
  await resetKata(kata);
  expect(await answerDigest(kata)).toBe(digest);
  expect(await findKatas(workbook.root)).toContainEqual(kata);
});
