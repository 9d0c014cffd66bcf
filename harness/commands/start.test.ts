import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { test } from './testing/tried-workbook.ts';

const KATA = '05-join';
const REFERENCE = { file: `solutions/${KATA}/join.ts` };

test('npm start tests an answer at each save, shows a hint at a key, and ends at another', async ({
  workbook,
  skip,
}) => {
  skip(process.platform !== 'linux', 'script(1) takes other options elsewhere');
  await workbook.keepTests(KATA, 'join.test.ts', ['runAll of no tasks is no results']);
  const session = workbook.startAtTerminal('start', '05');
  let shown = '';
  let look = () => {};
  session.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    look();
  });
  const shows = (text: string) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (shown.includes(text)) {
          shown = shown.slice(shown.indexOf(text) + text.length);
          resolve();
        }
      };
      look();
    });

  await shows('not written');
  await shows('q quit');
  await workbook.answer(KATA, 'join.ts', REFERENCE);
  await shows('05-join is solved');
  await shows('q quit');
  session.stdin.write('h');
  await shows('hint 1 of 3');
  await shows('q quit');
  // Quit in the middle of the tests: nothing of them is left.
  session.stdin.write('t');
  await shows('05-join');
  session.stdin.write('q');
  expect((await session).exitCode).toBe(0);
  // Its guardian sweeps up behind a runner that was ended.
  while ((await workbook.leftovers()).length > 0) {
    await pause(20);
  }
});

test('npm start without a terminal says what to type instead', async ({ workbook }) => {
  const { exitCode, stderr } = await workbook.npm('start');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('next: npm test');
});
