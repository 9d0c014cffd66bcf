import { describe, expect, test } from 'vitest';
import { judgeAnswer, type Play } from './testing/judge-answer.ts';

/** Wrong answers, each with what must be said of it whatever the test names; `loses` where the test knows more. */
const ANSWERS: readonly (Play & {
  mistake: string;
  diagnosis: string;
  says: RegExp;
  site?: string;
  quotes?: RegExp;
})[] = [
  {
    mistake: 'no file',
    diagnosis: 'answer-missing',
    says: /There is no katas\/05-join\/join\.ts/,
  },
  {
    mistake: 'the stub',
    answer: `export function join(child: unknown): Promise<number> {
  throw new Error('join is not written yet: npm run hint 05');
}`,
    diagnosis: 'not-written-yet',
    says: /^join\(\) still throws/,
    site: 'katas/05-join/join.ts:2',
  },
  {
    mistake: 'the stub, called by a child that nobody watches',
    answer: `import { spawn } from 'node:child_process';
export async function join(child: unknown) {
  await new Promise((resolve) => spawn(process.execPath, [new URL('./worker.ts', import.meta.url).pathname], { stdio: 'inherit' }).on('exit', resolve));
  process.exitCode = 9;
  return new Promise(() => {});
}`,
    files: { 'worker.ts': "throw new Error('reap is not written yet: npm run hint 05');" },
    diagnosis: 'not-written-yet',
    says: /^reap\(\) still throws/,
  },
  {
    mistake: 'the stub, whose error the program catches',
    answer: "export function join(child: unknown): Promise<number> { throw new Error('join is not written yet'); }",
    scenario: `import { mark } from '#harness/scenario.ts';
import { join } from '../join.ts';
try { await join(7); } catch (error) { mark('rejected', { message: (error as Error).message }); }`,
    diagnosis: 'not-written-yet',
    says: /^join\(\) still throws/,
  },
  {
    mistake: 'a bracket that is not closed',
    answer: 'export function join(child: unknown) {\n  return 1;\n',
    diagnosis: 'syntax-error',
    says: /could not read katas\/05-join\/join\.ts:\d: Expected '}', got '<eof>'\./,
  },
  {
    mistake: 'half an assignment',
    answer: 'export function join(child: unknown) {\n  const exit = ;\n  return exit;\n}\n',
    diagnosis: 'syntax-error',
    says: /could not read katas\/05-join\/join\.ts:2: Expression expected\./,
    quotes: /^export function join\(child: unknown\) \{\n {2}const exit = ;\n {15}\^/,
  },
  {
    mistake: 'a name declared twice, which only the engine notices',
    answer: 'export function join(child: unknown) {\n  const exit = 1;\n  const exit = 2;\n  return exit;\n}\n',
    diagnosis: 'syntax-error',
    says: /could not read katas\/05-join\/join\.ts:3: Identifier 'exit' has already been declared\./,
    quotes: /^ {2}const exit = 2;\n {8}\^/,
  },
  {
    mistake: 'an enum',
    answer: 'enum State { Running, Over }\nexport const join = () => State.Over;\n',
    diagnosis: 'types-that-cannot-be-stripped',
    says: /katas\/05-join\/join\.ts:1 is more than a type\. Instead of an enum: a union of texts/,
    quotes: /^enum State \{ Running, Over \}\n\^+\n/,
  },
  {
    mistake: 'a parameter property',
    answer: 'class Exit {\n  constructor(private code: number) {}\n}\nexport const join = () => new Exit(0);\n',
    diagnosis: 'types-that-cannot-be-stripped',
    says: /join\.ts:2 is more than a type\. Instead of a parameter property: declare the field/,
  },
  {
    mistake: 'a namespace',
    answer: 'namespace Exits {\n  export const ok = 0;\n}\nexport const join = () => Exits.ok;\n',
    diagnosis: 'types-that-cannot-be-stripped',
    says: /Instead of a namespace/,
  },
  {
    mistake: 'a type in angle brackets',
    answer: 'export const join = (child: unknown) => <number>child;\n',
    diagnosis: 'types-that-cannot-be-stripped',
    says: /'value as Type'/,
  },
  {
    mistake: 'an import equals',
    answer: "import child = require('node:child_process');\nexport const join = () => child;\n",
    diagnosis: 'types-that-cannot-be-stripped',
    says: /import x from/,
  },
  {
    mistake: 'an import without the ending',
    answer: "import { task } from './task';\nexport const join = () => task;\n",
    diagnosis: 'module-not-found',
    says: /katas\/05-join\/join\.ts imports the file katas\/05-join\/task, which is not there.*with its ending/s,
  },
  {
    mistake: 'a misspelt import',
    answer: "import { task } from './taks.ts';\nexport const join = () => task;\n",
    diagnosis: 'module-not-found',
    says: /imports the file katas\/05-join\/taks\.ts, which is not there.*how its name is spelt/s,
  },
  {
    mistake: 'a package that is not installed',
    answer: "import { spawn } from 'child-procession';\nexport const join = () => spawn;\n",
    diagnosis: 'module-not-found',
    says: /imports the package 'child-procession', which is not there/,
  },
  {
    mistake: 'a misspelt module of Node',
    answer: "import { spawn } from 'node:child_proces';\nexport const join = () => spawn;\n",
    diagnosis: 'module-not-found',
    says: /Node's own module 'node:child_proces', which is not there/,
  },
  {
    mistake: 'a module that is required',
    answer: `import { createRequire } from 'node:module';
const { task } = createRequire(import.meta.url)('./task.cjs');
export const join = () => task;`,
    diagnosis: 'module-not-found',
    says: /katas\/05-join\/join\.ts imports the file \.\/task\.cjs, which is not there/,
  },
  {
    mistake: 'a program named relative to the working directory',
    answer: `import { fork } from 'node:child_process';
import { once } from 'node:events';
export async function join() {
  const child = fork('./worker.ts');
  await once(child, 'exit');
  return new Promise(() => {});
}`,
    files: { 'worker.ts': '' },
    diagnosis: 'program-not-found',
    says: /started with the program \/.*\/worker\.ts, which does not exist/,
    site: 'katas/05-join/join.ts:4',
  },
  {
    mistake: 'another name for the function',
    answer: 'export async function jion() {}\n',
    diagnosis: 'missing-export',
    says: /scenarios\/one\.ts imports 'join' from '\.\.\/join\.ts', which exports no such name\. The brief says/,
  },
  {
    mistake: 'a type imported as a value',
    answer: "import { Task } from './task.ts';\nexport async function join(task: Task) {}\n",
    files: { 'task.ts': 'export interface Task { name: string }' },
    diagnosis: 'missing-export',
    says: /join\.ts imports 'Task' from '\.\/task\.ts', which exports no such name\. If it is a type, 'import type'/,
  },
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
];

describe('whatever the test names, the evidence shows', () => {
  test.for(ANSWERS)('$mistake: $diagnosis', async ({ mistake: _, diagnosis, says, site, quotes, ...play }) => {
    const { verdict } = await judgeAnswer({ ...play, named: 'joined-before-all-started' });
    expect(verdict).toMatchObject({ diagnosis, why: expect.stringMatching(says) });
    if (site !== undefined) {
      expect(`${verdict.site?.file}:${verdict.site?.line}`).toBe(site);
    }

    if (quotes !== undefined) {
      expect(verdict.details).toMatch(quotes);
    }
  });
});

/** What is a last resort: any diagnosis that the test names says more. */
const LAST_RESORTS: readonly (Play & { mistake: string; diagnosis: string; says: RegExp; quotes?: RegExp })[] = [
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
    quotes: /^pid \d+ \(parent \d+\) .*, \d+\.\d s of processor time: .*one\.ts$/,
  },
];

describe('when the test names nothing, the evidence shows', () => {
  test.for(LAST_RESORTS)('$mistake: $diagnosis', async ({ mistake: _, diagnosis, says, quotes, ...play }) => {
    const { verdict } = await judgeAnswer(play);
    expect(verdict).toMatchObject({ diagnosis, why: expect.stringMatching(says) });
    if (quotes !== undefined) {
      expect(verdict.details).toMatch(quotes);
    }
  });
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
