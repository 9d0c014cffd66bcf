import { cp, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { dir } from 'tmp-promise';
import { findKatas, type Kata } from '../katas.ts';
import { workbookRoot } from '../root.ts';

/** A workbook in a temporary directory, for tests: whole, in that `checkKata` finds nothing wrong with its katas. */
export class SmallWorkbook {
  readonly root: string;
  readonly #remove: () => Promise<void>;

  private constructor(root: string, remove: () => Promise<void>) {
    this.root = root;
    this.#remove = remove;
  }

  /** @param ids of its katas */
  static async create(ids: string[]): Promise<SmallWorkbook> {
    const { path: created, cleanup } = await dir({ prefix: 'small-workbook-', unsafeCleanup: true });
    const workbook = new SmallWorkbook(await realpath(created), cleanup);
    await workbook.write(SETTINGS);
    for (const name of ['node_modules', 'harness/typescript']) {
      await symlink(path.join(workbookRoot(), name), path.join(workbook.root, name));
    }
    for (const id of ids) await workbook.write(kataFiles(id));
    return workbook;
  }

  /** Writes files, by their path from the root. */
  async write(files: Record<string, string>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.root, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }

  read(name: string): Promise<string> {
    return readFile(path.join(this.root, name), 'utf8');
  }

  async kata(id: string): Promise<Kata> {
    const kata = (await findKatas(this.root)).find((found) => found.id === id);
    if (!kata) throw new Error(`No kata ${id} in the small workbook.`);
    return kata;
  }

  /** Gives the workbook copies of the commands: a linked one would work on the workbook that it is linked to. */
  async installCommands(): Promise<void> {
    for (const folder of ['commands', 'workbook', 'timeline']) {
      await cp(path.join(workbookRoot(), 'harness', folder), path.join(this.root, 'harness', folder), {
        recursive: true,
        filter: (source) => !source.endsWith('.test.ts') && path.basename(source) !== 'testing',
      });
    }
  }

  /** Runs a command's npm script, without npm. */
  async run(command: string, ...args: string[]) {
    const { scripts } = JSON.parse(await readFile(path.join(workbookRoot(), 'package.json'), 'utf8'));
    const line = [
      ...String(scripts[command])
        .replace(/^node /, '')
        .split(' '),
      ...args,
    ];
    // Nothing of the environment of the test run, such as FORCE_COLOR or NODE_OPTIONS.
    const options = { cwd: this.root, env: { PATH: process.env.PATH }, extendEnv: false };
    return execa(process.execPath, line, { ...options, reject: false, stripFinalNewline: false });
  }

  remove(): Promise<void> {
    return this.#remove();
  }
}

const SETTINGS = {
  'package.json': '{ "type": "module", "imports": { "#harness/*": "./harness/*" } }\n',
  'tsconfig.json': '{}\n',
  'vitest.config.ts': "export default { test: { include: ['katas/*/*.test.ts'] } };\n",
  'harness/scenario.ts': 'export const mark = (text: string) => console.log("marked", text);\n',
};

function kataFiles(id: string): Record<string, string> {
  const name = id.replace(/^\d+-/, '');
  const answer = (body: string) => `export function answer(): string {\n  ${body}\n}\n`;
  const stub = answer("throw new Error('not written yet');");
  const solution = `solutions/${id}`;
  return {
    [`katas/${id}/README.md`]: `# ${id.replace('-', ' · ')}: about ${name}\n\nThe untouched stub fails with \`[not-written-yet]\`.\n`,
    [`katas/${id}/hints.md`]: `# Hints\n\n## 1\n\nWhich?\n\n## 2\n\nLook there.\n\n## 3\n\nNearly.\n`,
    [`katas/${id}/${name}.ts`]: stub,
    [`katas/${id}/${name}.test.ts`]: TEST,
    [`katas/${id}/task.ts`]: 'export const wanted: string = "right";\n',
    [`katas/${id}/scenarios/one-answer.ts`]: `import { mark } from '#harness/scenario.ts';\nimport { answer } from '../${name}.ts';\n\nmark(answer());\n`,
    [`${solution}/README.md`]: 'Why it works.\n',
    [`${solution}/${name}.ts`]: answer("return 'right';"),
    [`${solution}/stub/${name}.ts`]: stub,
    [`${solution}/alternatives/pieces/${name}.ts`]: `import { piece } from './piece.ts';\n\n${answer("return piece + 'ght';")}`,
    [`${solution}/alternatives/pieces/piece.ts`]: "export const piece = 'ri';\n",
    [`${solution}/mistakes/other/${name}.ts`]: `/**\n * Answers something else.\n *\n * @rejectedBy gives the right answer\n * @diagnosis other-answer\n */\n${answer("return 'wrong';")}`,
  };
}

// Does what a kata's test does, without the harness: a process of its own uses the stub, and is looked at from outside.
const TEST = `import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { wanted } from './task.ts';

const play = (name: string) => {
  const files = ['../../harness/typescript/register.mjs', \`./scenarios/\${name}.ts\`].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  );
  return execFileSync(process.execPath, ['--import', ...files], { encoding: 'utf8' });
};

test('gives the right answer', () => {
  expect(play('one-answer')).toBe(\`marked \${wanted}\\n\`);
});
`;
