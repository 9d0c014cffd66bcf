import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { scenarioEnvironment } from '../sandbox/environment.ts';
import { GATES_DIRECTORY, JOURNAL_FILE } from '../sandbox/journal-writer.ts';
import { play } from '../sandbox/play.ts';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';
import { type Comparison, compare } from './pairs.ts';

const program = fileURLToPath(new URL('./programs/three-children.ts', import.meta.url));

/** What the sandbox costs: containment, observation and the look for what was left. */
export async function measureSandbox(rounds: number): Promise<Comparison> {
  // The bare program writes its journal too: it lacks only the sandbox.
  const directory = join(testRunDirectory(), 'bare');
  await mkdir(join(directory, GATES_DIRECTORY), { recursive: true });
  await writeFile(join(directory, JOURNAL_FILE), '');
  const env = scenarioEnvironment(directory, directory);

  return compare(
    {
      name: 'sandbox',
      subject: 'a program with three children, in a sandbox',
      yardstick: 'the same program started bare, same environment',
      aim: 1.3,
    },
    async () => {
      const run = await play(program, 'three-children');
      await run.ended();
      await run.close();
    },
    () => execa(process.execPath, [program], { cwd: directory, env, extendEnv: false, stdin: 'ignore' }),
    rounds,
  );
}
