import { expect } from 'vitest';
import { test } from './testing/tried-workbook.ts';

const KATA = '13-mutex';
const WRONG = { file: `solutions/${KATA}/mistakes/looks-then-creates/mutex.ts` };

test('a schedule that a test has found goes wrong again, on the answer as it is', async ({ workbook }) => {
  await workbook.answer(KATA, 'mutex.ts', WRONG);
  // As `npm test 13` prints it for this answer.
  const schedule = 'section/2:1x1,2x4,1x3';
  const runs = [];
  for (let run = 0; run < 3; run += 1) {
    runs.push(await workbook.npm('run', 'replay', '13', '--', schedule));
  }
  // Pids are others each time.
  const shown = runs.map((run) => [run.exitCode, run.stdout.replaceAll(/\b\d{3,}\b/g, 'pid').replaceAll(/ +/g, ' ')]);
  expect(new Set(shown.map(String)).size).toBe(1);
  expect(runs[0]).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('<- here') });

  const { stdout: json } = await workbook.npm('run', 'replay', '13', '--', schedule, '--json');
  expect(JSON.parse(json)).toMatchObject({ kata: KATA, shown: { finding: { diagnosis: 'two-inside' } } });

  await workbook.answer(KATA, 'mutex.ts', { file: `solutions/${KATA}/mutex.ts` });
  const right = await workbook.npm('run', 'replay', '13', '--', 'section/2:1x1,2x1');
  expect(right.exitCode).toBe(0);
});

test.for([
  { typed: ['13'], says: 'No schedule was given' },
  { typed: ['13', '--', 'nonsense'], says: "'nonsense' is no schedule" },
  { typed: ['13', '--', 'section/2:3x1'], says: 'There is no process 3' },
  { typed: ['13', '--', 'section/2:1x1,k3'], says: 'There is no process 3' },
  { typed: ['13', '--', 'elsewhere/2:1x1'], says: "No test of 13-mutex explores the scenario 'elsewhere'" },
])('npm run replay $typed is answered with what is expected, and status 2', async ({ typed, says }, { workbook }) => {
  const { exitCode, stderr } = await workbook.npm('run', 'replay', ...typed);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(says);
});
