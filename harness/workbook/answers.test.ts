import { rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { answerDigest, readAnswers } from './answers.ts';
import { test } from './testing/fixture.ts';

test('reads the reference, the alternatives and the mistakes with what they say of themselves', async ({
  workbook,
}) => {
  const kata = await workbook.kata('05-join');
  const directory = (folder: string) => path.join(workbook.root, 'solutions/05-join', folder);

  expect(await readAnswers(kata)).toEqual({
    reference: { name: 'reference', directory: directory('') },
    alternatives: [{ name: 'pieces', directory: directory('alternatives/pieces') }],
    mistakes: [
      {
        name: 'other',
        directory: directory('mistakes/other'),
        claim: 'Answers something else.',
        rejectedBy: 'gives the right answer',
        diagnosis: 'other-answer',
      },
    ],
    problems: [],
  });
});

test('a claim may have several paragraphs, and a test name any characters', async ({ workbook }) => {
  await workbook.write({
    'solutions/05-join/mistakes/other/join.ts':
      "/**\n * Starts, waits.\n *\n * Then again.\n *\n * @rejectedBy for any n, doesn't @wait `twice`\n * @diagnosis joined-too-early\n */\n",
  });
  expect((await readAnswers(await workbook.kata('05-join'))).mistakes).toMatchObject([
    {
      claim: 'Starts, waits.\n\nThen again.',
      rejectedBy: "for any n, doesn't @wait `twice`",
      diagnosis: 'joined-too-early',
    },
  ]);
});

test('a kata without a solution has no answers, and says what is missing', async ({ workbook }) => {
  await rm(path.join(workbook.root, 'solutions'), { recursive: true });
  expect(await readAnswers(await workbook.kata('05-join'))).toEqual({
    reference: undefined,
    alternatives: [],
    mistakes: [],
    problems: ['solutions/05-join/join.ts is missing'],
  });
});

test('the digest is another when, and only when, the files of the answer are others', async ({ workbook }) => {
  const kata = await workbook.kata('05-join');
  // Few names and letters, so that files often agree, and one file's end can look like the next one's beginning.
  const answers = fc.dictionary(fc.stringMatching(/^[ab]{1,2}$/), fc.stringMatching(/^[ab.ts\0\d]{0,3}$/), {
    maxKeys: 3,
  });
  const digest = async (answer: Record<string, string>) => {
    await rm(kata.directory, { recursive: true });
    for (const [name, text] of Object.entries(answer)) await workbook.write({ [`katas/05-join/${name}.ts`]: text });
    await workbook.write({ 'katas/05-join/join.test.ts': '' });
    return answerDigest(kata);
  };
  const same = (one: object, other: object) =>
    fc.stringify(Object.entries(one).sort()) === fc.stringify(Object.entries(other).sort());
  const pairs = fc.oneof(
    fc.tuple(answers, answers),
    answers.map((answer) => [answer, Object.fromEntries(Object.entries(answer).reverse())] as const),
  );

  await fc.assert(
    fc.asyncProperty(pairs, async ([one, other]) => {
      expect((await digest(one)) === (await digest(other))).toBe(same(one, other));
    }),
    // Alike when names and contents are simply put one after the other.
    {
      examples: [[[{ a: '', b: 'x' }, { a: 'b.tsx' }]], [[{ a: '', b: 'x' }, { a: 'b.ts\0x' }]]],
    },
  );
});

test('the digest does not see the test, backups, scenarios and texts', async ({ workbook }) => {
  const kata = await workbook.kata('05-join');
  const before = await answerDigest(kata);
  for (const file of ['join.test.ts', 'join.backup-1.ts', 'scenarios/one-answer.ts', 'README.md']) {
    await workbook.write({ [`katas/05-join/${file}`]: 'another' });
  }
  expect(await answerDigest(kata)).toBe(before);

  await workbook.write({ 'katas/05-join/mine.ts': '' });
  expect(await answerDigest(kata)).not.toBe(before);
});
