import { execa } from 'execa';
import { expect, test } from 'vitest';
import { type Crash, headlineOf, readCrashes } from './crash.ts';
import { withSmallKata } from './testing/small-kata.ts';

/** Runs a program in the place of an answer, and reads what Node prints of its end. */
async function crashOf(program: string): Promise<Crash[]> {
  return withSmallKata({ 'join.ts': program }, async (kata) => {
    const { stderr } = await execa(
      process.execPath,
      ['--import', new URL('../typescript/register.mjs', import.meta.url).href, `${kata}/join.ts`],
      { reject: false, extendEnv: false, env: { PATH: process.env.PATH ?? '' } },
    );
    return readCrashes(`${stderr}\n`);
  });
}

test('reads an error with its cause: the error itself, all of its message, and the line that threw it', async () => {
  const [crash, ...others] = await crashOf(`class StartError extends Error {
  override name = 'StartError';
}
function start() {
  throw new StartError('could not start\\nat all', { cause: new TypeError('the cause') });
}
start();`);
  expect(others).toEqual([]);
  expect(crash).toMatchObject({ isError: true, name: 'StartError', message: 'could not start\nat all' });
  expect(crash?.place).toMatchObject({ line: 5 });
  expect(crash?.frames[0]).toMatchObject({ function: 'start', line: 5 });
  expect(crash && headlineOf(crash)).toBe('StartError: could not start');
});

test("shows a learner the learner's lines: Node's own and the paths of this machine are left out", async () => {
  const [crash] = await crashOf("import { spawn } from 'node:child_process';\nspawn(7 as unknown as string);\n");
  expect(crash?.text).toBe(
    [
      'TypeError [ERR_INVALID_ARG_TYPE]: The "file" argument must be of type string. Received type number (7)',
      '    at katas/05-join/join.ts:2:1 {',
      "  code: 'ERR_INVALID_ARG_TYPE'",
      '}',
    ].join('\n'),
  );
});

test.each([
  ["throw 'a text';", { isError: false, message: 'a text' }],
  ["throw 'Error: a text that looks like one';", { isError: false, message: 'Error: a text that looks like one' }],
  ['throw { code: 1, signal: null };', { isError: false, message: '{ code: 1, signal: null }' }],
  ['throw null;', { isError: false, message: 'null' }],
  ["class Oops extends Error {}\nthrow new Oops('named otherwise');", { isError: true, message: 'named otherwise' }],
  [
    "throw Object.assign(new RangeError('with more'), { pid: 7 });",
    { isError: true, name: 'RangeError', message: 'with more' },
  ],
  ["await Promise.any([Promise.reject(new Error('one'))]);", { isError: true, name: 'AggregateError' }],
  [
    "import assert from 'node:assert';\nassert.equal(1, 2);",
    { isError: true, name: 'AssertionError', code: 'ERR_ASSERTION' },
  ],
  ["import 'node:no-such-module';", { isError: true, code: 'ERR_UNKNOWN_BUILTIN_MODULE' }],
])('reads %s', async (program, crash) => {
  expect(await crashOf(`export {};\n${program}`)).toMatchObject([crash]);
});

test('what a program prints by itself is no crash, and what it prints before one does not hide it', async () => {
  expect(readCrashes('Error: printed by hand\n    at join (file:///katas/05-join/join.ts:1:1)\n')).toEqual([]);
  const crashes = await crashOf("console.error('Error: printed by hand');\nthrow new Error('thrown');");
  expect(crashes).toMatchObject([{ message: 'thrown' }]);
});
