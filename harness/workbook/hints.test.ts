import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { allHints, nextHint, parseHints, shownHints } from './hints.ts';
import { test } from './testing/fixture.ts';

test('the steps are the sections under the numbered headings, as they stand', () => {
  const text =
    '# Hints\n\nPreface.\n\n## 1\n\nWhich?\n\n### Not a step\n\n## 2 of them\n\n## 2\n```ts\nlook();\n```\n## 3\r\n\nNearly.\n';
  expect(parseHints(text)).toEqual([
    { step: 1, text: 'Which?\n\n### Not a step\n\n## 2 of them' },
    { step: 2, text: '```ts\nlook();\n```' },
    { step: 3, text: 'Nearly.' },
  ]);
  expect(parseHints('')).toEqual([]);
});

test('each call gives the next hint, for each kata by itself, until there is none', async ({ workbook }) => {
  const [join, office] = [await workbook.kata('05-join'), await workbook.kata('15-office')];
  const next = async (kata = join) => (await nextHint(workbook.root, kata))?.text;

  expect(await shownHints(workbook.root, join)).toEqual([]);
  expect(await next()).toBe('Which?');
  expect(await next()).toBe('Look there.');
  expect(await next(office)).toBe('Which?');
  expect(await next()).toBe('Nearly.');
  expect(await next()).toBeUndefined();
  expect(await next()).toBeUndefined();
  expect((await shownHints(workbook.root, join)).map(({ step }) => step)).toEqual([1, 2, 3]);
  expect((await shownHints(workbook.root, office)).map(({ step }) => step)).toEqual([1]);
});

test('after all hints at once there is no next one', async ({ workbook }) => {
  const kata = await workbook.kata('05-join');
  expect((await allHints(workbook.root, kata)).map(({ text }) => text)).toEqual(['Which?', 'Look there.', 'Nearly.']);
  expect(await nextHint(workbook.root, kata)).toBeUndefined();
});

test('a kata without hints has none to show', async ({ workbook }) => {
  await rm(path.join(workbook.root, 'katas/05-join/hints.md'));
  expect(await nextHint(workbook.root, await workbook.kata('05-join'))).toBeUndefined();
});
