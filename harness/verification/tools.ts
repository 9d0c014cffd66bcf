import { join } from 'node:path';
import { execa } from 'execa';
import { type Check, checkThat } from './check.ts';

/** The type check of a folder with a tsconfig.json: the workbook, or an overlay in which every answer lies where it is used. */
export async function checkTypes(name: string, root: string, directory: string): Promise<Check> {
  return runTool(
    name,
    join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    ['--noEmit', '-p', directory],
    directory,
  );
}

/** The linter, with the rules on who may import whom (biome.json). */
export async function checkStyle(root: string): Promise<Check> {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  return runTool('the linter has nothing to say', biome, ['ci', '--error-on-warnings', '--colors=off', '.'], root);
}

async function runTool(name: string, program: string, args: string[], cwd: string): Promise<Check> {
  const { exitCode, all } = await execa(process.execPath, [program, ...args], {
    cwd,
    reject: false,
    all: true,
    stdin: 'ignore',
    env: { NODE_OPTIONS: '' },
  });
  return checkThat(name, exitCode === 0 ? undefined : all.trim());
}
