import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { scenarioEnvironment } from '../sandbox/environment.ts';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';
import { type Comparison, compare } from './pairs.ts';

const program = fileURLToPath(new URL('./programs/child.ts', import.meta.url));

/** What a scenario's child costs to boot, .ts files and the harness's scenario module included. */
export async function measureBoot(rounds: number): Promise<Comparison> {
  const directory = testRunDirectory();
  const env = scenarioEnvironment(directory, directory);
  return compare(
    {
      name: 'boot',
      subject: 'a child of a scenario (.ts, minimal environment)',
      yardstick: 'node -e 0 with the whole environment of the user',
    },
    () => execa(process.execPath, [program], { env, extendEnv: false, stdin: 'ignore' }),
    () => execa(process.execPath, ['-e', '0'], { stdin: 'ignore' }),
    rounds,
  );
}
