// Answers that load and go wrong, told from the evidence of real runs.
import { expect, test } from 'vitest';
import { expectDiagnosis, type WrongAnswer } from './testing/expect-diagnosis.ts';
import { judgeAnswer } from './testing/judge-answer.ts';

const ANSWERS: readonly WrongAnswer[] = [
  {
    mistake: 'children that start children',
    answer: `import { spawn } from 'node:child_process';
export function join(): Promise<void> {
  spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' });
  return new Promise((resolve) => setTimeout(resolve, 60_000));
}`,
    limits: { processes: 4 },
    diagnosis: 'fork-bomb',
    says: /No right answer needs more than 4 at once/,
    site: 'katas/05-join/join.ts:3',
  },
  {
    mistake: 'a callback that prints, again and again',
    answer: `export function join() {
  process.stdout.write('waiting...\\n'.repeat(50_000), join);
  return new Promise(() => {});
}`,
    limits: { wallMs: 60_000, spinMs: 60_000, restMs: 60_000 },
    diagnosis: 'printed-without-end',
    says: /wrote so much that it was stopped/,
    quotes: /^waiting\.\.\.\nwaiting\.\.\.\nwaiting\.\.\.$/,
  },
  {
    mistake: 'an exit at the top level',
    answer: 'export async function join() {}\nprocess.exit(0);\n',
    diagnosis: 'ended-at-import',
    says: /ended while it loaded your file/,
    site: 'katas/05-join/join.ts:2',
  },
  {
    mistake: 'an exit in a function',
    answer: 'export async function join() {\n  process.exit(7);\n}\n',
    diagnosis: 'called-exit',
    says: /because your code called process\.exit/,
    site: 'katas/05-join/join.ts:2',
  },
  {
    mistake: 'a loop at the top level',
    answer: 'export async function join() {}\nlet turns = 0;\nwhile (turns < Number.POSITIVE_INFINITY) turns += 1;\n',
    limits: { spinMs: 900 },
    diagnosis: 'loops-at-import',
    says: /a loop without end runs at its top level.* It used \d+\.\d s of processor time/,
  },
  {
    mistake: 'a loop that waits for a field',
    answer: `import { spawn } from 'node:child_process';
export async function join() {
  const child = spawn('true');
  while (child.exitCode === null) {}
}`,
    scenario:
      "import { mark } from '#harness/scenario.ts';\nimport { join } from '../join.ts';\nmark('begins');\nmark('results', await join());\n",
    limits: { spinMs: 900 },
    diagnosis: 'busy-loop',
    says: /^Process \d+ computed all the time \(\d+\.\d s of processor time\)/,
  },
  {
    mistake: 'a slip',
    answer: 'export async function join(child: any) {\n  return child.exit.code;\n}\n',
    diagnosis: 'uncaught-error',
    says: /TypeError: Cannot read properties of undefined \(reading 'code'\)\. It comes from katas\/05-join\/join\.ts:2\./,
    site: 'katas/05-join/join.ts:2',
    quotes: /^katas\/05-join\/join\.ts:2\n {2}return child\.exit\.code;\n/,
  },
  {
    mistake: 'a rejection that nobody handles',
    answer:
      "export function join(child: unknown) {\n  Promise.reject(new Error('lost'));\n  return new Promise(() => {});\n}\n",
    diagnosis: 'uncaught-error',
    says: /Error: lost\. It comes from katas\/05-join\/join\.ts:2\./,
    site: 'katas/05-join/join.ts:2',
  },
  {
    mistake: 'a wrong argument for a function of Node',
    answer:
      "import { spawn } from 'node:child_process';\nexport async function join(child: any) {\n  return spawn(child);\n}\n",
    diagnosis: 'uncaught-error',
    says: /The "file" argument must be of type string\. Received type number \(7\)\. It comes from katas\/05-join\/join\.ts:3\./,
  },
  {
    mistake: 'a result that its caller cannot use',
    answer: 'export async function join() {}\n',
    scenario:
      "import { mark } from '#harness/scenario.ts';\nimport { join } from '../join.ts';\nconst exit: any = await join();\nmark('results', exit.code);\n",
    diagnosis: 'broke-its-caller',
    says: /stopped at katas\/05-join\/scenarios\/one\.ts:4: TypeError: Cannot read/,
  },
  {
    mistake: 'a text thrown',
    answer: "export async function join() {\n  throw 'the child failed';\n}\n",
    diagnosis: 'threw-a-non-error',
    says: /nobody caught: the child failed\. It is not an Error/,
  },
  {
    mistake: 'an object thrown from a callback',
    answer:
      'export function join() {\n  setTimeout(() => {\n    throw { code: 1 };\n  });\n  return new Promise(() => {});\n}\n',
    diagnosis: 'threw-a-non-error',
    says: /nobody caught: \{ code: 1 \}\. It is not an Error/,
    site: 'katas/05-join/join.ts:3',
  },
  {
    mistake: 'undefined thrown',
    answer: 'export async function join() {\n  throw undefined;\n}\n',
    diagnosis: 'threw-a-non-error',
    says: /nobody caught: undefined\. It is not an Error/,
  },
  {
    mistake: 'a rejection with a number that nobody handles',
    answer: 'export function join() {\n  Promise.reject(7);\n  return new Promise(() => {});\n}\n',
    diagnosis: 'threw-a-non-error',
    says: /nobody caught: 7\. It is not an Error/,
  },
  {
    mistake: 'an error event without a listener',
    answer:
      "import { spawn } from 'node:child_process';\nexport function join() {\n  spawn('no-such-program-anywhere');\n  return new Promise(() => {});\n}\n",
    diagnosis: 'unheard-error-event',
    says: /nobody listened for it: spawn no-such-program-anywhere ENOENT/,
  },
  {
    mistake: 'a clean-up that goes too far',
    answer: `import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
export function join() {
  rmSync(process.cwd(), { recursive: true });
  spawnSync('sh', ['-c', 'pwd'], { stdio: 'inherit' });
  return new Promise(() => {});
}`,
    diagnosis: 'deleted-its-directory',
    says: /has been deleted while it ran/,
  },
  {
    mistake: 'a clean-up that goes too far, and nobody who complains',
    answer: `import { rmSync } from 'node:fs';
export function join() {
  rmSync(process.cwd(), { recursive: true });
  return new Promise(() => {});
}`,
    diagnosis: 'deleted-its-directory',
    says: /has been deleted while it ran/,
  },
];

test.for(ANSWERS)('$mistake is $diagnosis, whatever the test names', async (answer) => {
  await expectDiagnosis({ ...answer, named: 'joined-before-all-started' });
});

/** What is a last resort: any diagnosis that the test names says more. */
const LAST_RESORTS: readonly WrongAnswer[] = [
  {
    mistake: 'a promise that is never settled',
    answer: 'export const join = () => new Promise(() => {});\n',
    diagnosis: 'never-settles',
    says: /exit status 13/,
  },
  {
    mistake: 'a promise that is never settled, and a timer that keeps the program up',
    answer: 'export function join() {\n  setInterval(() => {}, 60_000);\n  return new Promise(() => {});\n}\n',
    diagnosis: 'never-settles',
    says: /never resolved nor rejected/,
  },
  {
    mistake: 'a child that nobody waits for',
    answer:
      "import { spawn } from 'node:child_process';\nexport async function join() {\n  spawn('sleep', ['60'], { stdio: 'ignore' }).unref();\n}\n",
    diagnosis: 'left-processes-behind',
    says: /processes that it had started ran on/,
  },
  {
    mistake: 'a program that never rests',
    answer: `import { mark } from '#harness/scenario.ts';
export function join() {
  setInterval(() => mark('still here'), 50);
  return new Promise(() => {});
}`,
    limits: { wallMs: 1_500 },
    diagnosis: 'did-not-end',
    says: /still at work when the time was over/,
    quotes: /^pid \d+, parent \d+, node one\.ts: (computes|waits for something); \d+\.\d s of processor time$/,
  },
];

test.for(LAST_RESORTS)('$mistake is $diagnosis, when the test names nothing', async (answer) => {
  await expectDiagnosis(answer);
});

test('a last resort leaves the word to what the test names', async () => {
  const { verdict } = await judgeAnswer({
    answer: 'export const join = () => new Promise(() => {});\n',
    named: 'listened-too-late',
  });
  expect(verdict.diagnosis).toBe('listened-too-late');
});

test('an error that the test expects as a sign of the mistake leaves the word to it', async () => {
  const answer = "export async function join() {\n  throw new Error('the child ended with 1');\n}\n";
  const named = await judgeAnswer({ answer, named: 'rejects-on-failure' });
  expect(named.verdict).toMatchObject({
    diagnosis: 'rejects-on-failure',
    details: expect.stringContaining('Error: the child ended with 1'),
    site: { kind: 'throw', file: 'katas/05-join/join.ts', line: 2 },
  });

  const other = await judgeAnswer({ answer, named: 'listened-too-late' });
  expect(other.verdict.diagnosis).toBe('uncaught-error');
});

test('a task that fails on purpose is no mistake of the learner', async () => {
  const { verdict } = await judgeAnswer({
    answer: `import { spawn } from 'node:child_process';
export function join() {
  spawn(process.execPath, [new URL('./scenarios/task.ts', import.meta.url).pathname], { stdio: 'inherit' });
  return new Promise(() => {});
}`,
    files: { 'scenarios/task.ts': "throw new Error('this task failed, on purpose');" },
    named: 'listened-too-late',
  });
  expect(verdict.diagnosis).toBe('listened-too-late');
});
