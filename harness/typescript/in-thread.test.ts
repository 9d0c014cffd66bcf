import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { dir } from 'tmp-promise';
import { expect, test } from 'vitest';

const inThread = [
  '--experimental-vm-modules',
  `--require=${fileURLToPath(new URL('./in-thread.cjs', import.meta.url))}`,
  '--disable-warning=ExperimentalWarning',
];
const throughHooks = [`--import=${new URL('./register.mjs', import.meta.url).href}`];

/** What the programs below import. */
const given = {
  'package.json': '{ "type": "module", "imports": { "#own/*": "./*" } }',
  'one.ts': 'export const one: number = 1;',
  'circle-a.ts': 'import { b } from "./circle-b.ts"; export const a = 1; export const readB = () => b;',
  'circle-b.ts': 'import { readB } from "./circle-a.ts"; export const b = 2; export { readB };',
  'throws.ts': 'export const line: number = 1;\nthrow new TypeError("at import");',
  'counts.ts': 'export let count = 0; export const add = () => { count += 1; };',
  'slow.ts': 'await new Promise((resolve) => setImmediate(resolve)); export const slow = true;',
  'data.json': '{ "key": 1 }',
  'native.mjs': 'import { one } from "./one.ts"; export const two = one + 1;',
};

/** Programs that must do the same whichever way they are loaded. */
const programs = {
  'imports by path, by URL, by #name and by node: name': `
    import { ok } from 'node:assert';
    import { one } from './one.ts';
    import { one as own } from '#own/one.ts';
    const { one: byUrl } = await import(new URL('./one.ts', import.meta.url).href);
    ok(one + own + byUrl === 3);
    const [first, again, other] = await Promise.all(['./one.ts', './one.ts', './one.ts?2'].map((name) => import(name)));
    console.log(first === again, first === other);`,
  'a circle of modules': `
    import { readB } from './circle-b.ts';
    console.log(readB());`,
  'bindings are live': `
    import { add, count } from './counts.ts';
    add();
    console.log(count);`,
  'bindings of Node’s modules too': `
    import fs, { readFileSync } from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    fs.readFileSync = (() => 'another') as never;
    syncBuiltinESMExports();
    console.log(readFileSync('/nowhere'));`,
  'import.meta': `
    console.log(Object.keys(import.meta).sort(), import.meta.url.slice(-10), import.meta.filename.slice(-10));
    console.log(import.meta.resolve('./one.ts') === new URL('./one.ts', import.meta.url).href, import.meta.resolve('fs'));`,
  'a JSON file, and JavaScript that imports TypeScript': `
    import data from './data.json' with { type: 'json' };
    import { two } from './native.mjs';
    console.log(data.key, two);`,
  'awaits at the top level, here and there': `
    const [{ slow }, again] = await Promise.all([import('./slow.ts'), import('./slow.ts')]);
    console.log(slow, again.slow);`,
  'an await that never ends': `
    process.on('exit', (code) => console.log(code));
    await new Promise(() => {});`,
  'process.exit() in the middle': `
    process.on('exit', (code) => console.log(code));
    await null;
    process.exit();`,
  'an error': `
    const limit: number = 3;
    throw new RangeError('too many: ' + limit);`,
  'an error later': 'setTimeout(() => { throw new TypeError("later"); }, 1);',
  'an error nobody caught': 'Promise.reject(new Error("rejected"));',
  'a text thrown': 'throw "a text";',
  'an error of an import, twice': `
    for (const _ of [1, 2]) {
      await import('./throws.ts').catch((error) => console.log(error.message));
    }
    await import('./throws.ts');`,
  'a module that is not there': 'import "./not-there.ts";',
  'a path without its ending': 'import "./one";',
  'a package that is not there': 'import "no-such-package";',
  'a name that is not exported': 'import { two } from "./one.ts"; console.log(two);',
  'types that are more than types': 'enum Colour { Red }\nconsole.log(Colour.Red);',
  'no program at all': 'const = 1;',
  'a thread of the same file': `
    import { isMainThread, Worker } from 'node:worker_threads';
    console.log(isMainThread);
    if (isMainThread) new Worker(new URL(import.meta.url));`,
  'a thread of a text': `
    import { Worker } from 'node:worker_threads';
    new Worker('import("./one.ts").then(console.log)', { eval: true });`,
  'Node with a text': `
    import { spawnSync } from 'node:child_process';
    const { stdout } = spawnSync(process.execPath, ['--eval', 'import("./a folder/one.ts").then(({ one }) => console.log(one))', 'word']);
    console.log(String(stdout));`,
  'Node without a program': `
    import { spawnSync } from 'node:child_process';
    console.log(String(spawnSync(process.execPath, ['-'], { input: 'console.log(process.argv.length)' }).stdout));`,
  'a program without types': `
    import { spawnSync } from 'node:child_process';
    console.log(String(spawnSync(process.execPath, ['a folder/native.mjs']).stderr));`,
  'a copy of itself': `
    import { fork } from 'node:child_process';
    if (process.send) { process.send(process.argv.slice(2)); process.disconnect(); }
    else fork(new URL(import.meta.url), ['a word']).on('message', console.log).on('exit', (code) => console.log(code));`,
};

// Where Node reads TypeScript itself there is nothing to load.
test.skipIf(process.features.typescript).for(Object.entries(programs))('%s', async ([_, text]) => {
  const { path: directory, cleanup } = await dir({ prefix: 'program', unsafeCleanup: true });
  try {
    // Both ways of naming it lead to one file.
    await mkdir(join(directory, 'a folder'));
    for (const [name, content] of Object.entries({ ...given, 'program.ts': text })) {
      await writeFile(join(directory, 'a folder', name), content);
    }

    const [here, there] = await Promise.all([inThread, throughHooks].map((flags) => run(directory, flags)));
    expect(here).toEqual(there);
  } finally {
    await cleanup();
  }
});

async function run(directory: string, flags: readonly string[]) {
  const { exitCode, stdout, stderr } = await execa(process.execPath, ['a folder/program.ts'], {
    cwd: directory,
    reject: false,
    extendEnv: false,
    env: { PATH: process.env.PATH ?? '', NODE_OPTIONS: flags.join(' ') },
  });
  return { exitCode, stdout, errors: stderr.split('\n').flatMap(toErrorLine) };
}

/** What was thrown and at which line of the program; not through which calls of Node's. */
function toErrorLine(line: string): string[] {
  const [, error] = /^(?:Uncaught )?(\w*Error\b.*|a text)$/.exec(line) ?? [];
  const [, place] = /^ {4}at .*?([\w-]+\.ts:\d+:\d+)\)?$/.exec(line) ?? [];
  // Node names the code of its own errors in front of them.
  return [error?.replace(/ \[\w+\]/, ''), place].flatMap((text) => text ?? []);
}
