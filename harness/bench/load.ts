import { execa } from 'execa';
import { SANDBOX_VARIABLE } from '../sandbox/journal-writer.ts';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';

/**
 * Keeps the machine busy: so many processes that only count.
 * @returns a function that ends them
 */
export function startLoad(loops: number): () => Promise<void> {
  const processes = Array.from({ length: loops }, () =>
    execa(process.execPath, ['-e', 'for (;;);'], {
      stdin: 'ignore',
      reject: false,
      // Marked as part of the test run, so that the guardian ends them if we cannot.
      env: { [SANDBOX_VARIABLE]: testRunDirectory() },
    }),
  );
  return async () => {
    for (const one of processes) {
      one.kill('SIGKILL');
    }

    await Promise.all(processes);
  };
}
