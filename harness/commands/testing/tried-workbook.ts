import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { dir } from 'tmp-promise';
import { test as base } from 'vitest';
import { processTable } from '../../processes/table.ts';
import { copyWorkbook } from '../../workbook/copy.ts';
import { workbookRoot } from '../../workbook/root.ts';

/** What a command printed and how it ended. */
export interface Printed {
  exitCode: number | undefined;
  stdout: string;
  stderr: string;
}

/** A copy of the workbook, used as a learner uses it. */
export class TriedWorkbook {
  readonly directory: string;
  /** Where its commands put what they need for a while. */
  readonly temporary: string;

  constructor(directory: string, temporary: string) {
    this.directory = directory;
    this.temporary = temporary;
  }

  /** Lays an answer over the stub of a kata: a file of this workbook, or a text. */
  async answer(kata: string, stub: string, answer: { file: string } | { text: string } | 'none'): Promise<void> {
    const place = join(this.directory, 'katas', kata, stub);
    if (answer === 'none') {
      await rm(place);
    } else if ('file' in answer) {
      await copyFile(join(this.directory, answer.file), place);
    } else {
      await writeFile(place, answer.text);
    }
  }

  /** Leaves only these tests of a kata: what all the others would say again only takes time. */
  async keepTests(kata: string, file: string, names: readonly string[]): Promise<void> {
    const place = join(this.directory, 'katas', kata, file);
    const [imports = '', ...tests] = (await readFile(place, 'utf8')).split(/^(?=test\()/m);
    const kept = names.map((name) => tests.find((test) => test.startsWith(`test('${name}'`)));
    const missing = kept.indexOf(undefined);
    if (missing >= 0) {
      throw new Error(`Expected a test '${names[missing]}' in ${file}.`);
    }

    await writeFile(place, [imports, ...kept].join(''));
  }

  /** Starts `npm ...` in the copy, in a session of its own. */
  start(...args: string[]) {
    return this.startUnder([], ...args);
  }

  /** Starts `npm ...` through another program, which is given it as arguments. */
  startUnder(program: readonly string[], ...args: string[]) {
    const [command = 'npm', ...rest] = [...program, 'npm', '--silent', ...args];
    return execa(command, rest, { ...this.#options(), stdin: 'ignore' });
  }

  /** Starts `npm ...` at a terminal of its own: what is written to its stdin are keys (script(1) of util-linux). */
  startAtTerminal(...args: string[]) {
    const command = ['npm', '--silent', ...args].join(' ');
    return execa('script', ['-q', '-f', '-e', '-c', command, '/dev/null'], { ...this.#options(), stdin: 'pipe' });
  }

  #options() {
    return {
      cwd: this.directory,
      reject: false,
      detached: true,
      // With the variables of the npm and of the test run that run this test, it would take itself for a part of them.
      extendEnv: false,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: this.temporary,
        TMPDIR: this.temporary,
        npm_config_update_notifier: 'false',
      },
    } as const;
  }

  async npm(...args: string[]): Promise<Printed> {
    const { exitCode, stdout, stderr } = await this.start(...args);
    return { exitCode, stdout, stderr };
  }

  /** What is left of the commands: directories, and processes that work in them or know of them. */
  async leftovers(): Promise<string[]> {
    const directories = (await readdir(this.temporary)).filter((name) => name.startsWith('pidojo-'));
    const table = processTable();
    const entries = await table.list();
    const details = await table.inspect(
      entries.map(({ pid }) => pid),
      'TMPDIR',
    );
    const processes = entries.filter(({ pid, state }) => {
      const { cwd = '', token = '', command = [] } = details.get(pid) ?? {};
      return state !== 'Z' && [cwd, token, ...command].some((text) => text.startsWith(this.temporary));
    });
    return [...directories, ...processes.map(({ pid }) => `${pid} ${details.get(pid)?.command.join(' ')}`)];
  }
}

/** Vitest's `test` with a copy of the workbook that is removed afterwards. */
export const test = base.extend<{ workbook: TriedWorkbook }>({
  workbook: async ({ task: _ }, use) => {
    const { path, cleanup } = await dir({ prefix: 'tried', unsafeCleanup: true });
    const temporary = await dir({ tmpdir: path, prefix: 'tmp' });
    await use(new TriedWorkbook(await copyWorkbook(workbookRoot(), join(path, 'workbook')), temporary.path));
    await cleanup();
  },
});
