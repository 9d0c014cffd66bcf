import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { answerDigest } from './answers.ts';
import { readProgress, recordSolved } from './progress.ts';
import { resetKata } from './reset.ts';
import { kataState, kataStates, nextKata } from './state.ts';
import { test } from './testing/fixture.ts';
import type { SmallWorkbook } from './testing/small-workbook.ts';

const ANSWER = { 'katas/05-join/join.ts': "export const answer = () => 'right';\n" };

const stateOf = async (workbook: SmallWorkbook) =>
  kataState(await workbook.kata('05-join'), readProgress(workbook.root));

const solve = async (workbook: SmallWorkbook) => {
  const kata = await workbook.kata('05-join');
  recordSolved(workbook.root, kata, await answerDigest(kata));
};

test('an answer goes from untouched to started, solved, changed and solved again', async ({ workbook }) => {
  expect(await stateOf(workbook)).toBe('untouched');
  await workbook.write(ANSWER);
  expect(await stateOf(workbook)).toBe('started');
  await solve(workbook);
  expect(await stateOf(workbook)).toBe('solved');
  await workbook.write({ 'katas/05-join/join.ts': 'export const answer = () => undefined;\n' });
  expect(await stateOf(workbook)).toBe('changed since it was solved');
  await workbook.write(ANSWER);
  expect(await stateOf(workbook)).toBe('solved');
});

test('a file beside the stub belongs to the answer', async ({ workbook }) => {
  await workbook.write(ANSWER);
  await solve(workbook);
  await workbook.write({ 'katas/05-join/child.ts': '' });
  expect(await stateOf(workbook)).toBe('changed since it was solved');
});

test('a solved kata is untouched after a reset, and solved when the answer is put back from the backup', async ({
  workbook,
}) => {
  await workbook.write(ANSWER);
  await solve(workbook);
  await resetKata(await workbook.kata('05-join'));
  expect(await stateOf(workbook)).toBe('untouched');
  await workbook.write({ 'katas/05-join/join.ts': await workbook.read('katas/05-join/join.backup-1.ts') });
  expect(await stateOf(workbook)).toBe('solved');
});

test('an answer whose file is gone is missing, also when it was solved', async ({ workbook }) => {
  await solve(workbook);
  await rm(path.join(workbook.root, 'katas/05-join/join.ts'));
  expect(await stateOf(workbook)).toBe('missing');
});

test('without the solutions an answer counts as started', async ({ workbook }) => {
  await rm(path.join(workbook.root, 'solutions'), { recursive: true });
  expect(await stateOf(workbook)).toBe('started');
});

test('the next kata is the first that is not solved', async ({ workbook }) => {
  const katas = [await workbook.kata('05-join'), await workbook.kata('15-office')];
  await solve(workbook);
  const states = await kataStates(katas, readProgress(workbook.root));
  expect([...states]).toEqual([
    ['05-join', 'solved'],
    ['15-office', 'untouched'],
  ]);
  expect(nextKata(katas, states)?.id).toBe('15-office');
  expect(nextKata(katas, new Map([...states.keys()].map((id) => [id, 'solved'])))).toBeUndefined();
});

test('after a kata comes the next one that is not solved, and what was left out comes last', async ({ workbook }) => {
  const katas = [await workbook.kata('05-join'), await workbook.kata('15-office')];
  const [join, office] = katas;
  const states = (solved: string[]) =>
    new Map(katas.map(({ id }) => [id, solved.includes(id) ? 'solved' : 'untouched'] as const));
  expect(nextKata(katas, states(['05-join']), join)).toBe(office);
  expect(nextKata(katas, states(['15-office']), office)).toBe(join);
  expect(nextKata(katas, states([]), join)).toBe(office);
});
