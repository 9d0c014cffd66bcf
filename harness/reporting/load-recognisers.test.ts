// Answers that do not even load, told from what Node really prints.
import { test } from 'vitest';
import { expectDiagnosis, type WrongAnswer } from './testing/expect-diagnosis.ts';

const ANSWERS: readonly WrongAnswer[] = [
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
];

test.for(ANSWERS)('$mistake is $diagnosis, whatever the test names', async (answer) => {
  await expectDiagnosis({ ...answer, named: 'joined-before-all-started' });
});
