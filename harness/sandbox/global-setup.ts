// For Vitest started directly (an editor's test view, `npx vitest`): our own commands open the test run themselves.
import { openTestRun } from './test-run.ts';
import { DIRECTORY_VARIABLE } from './test-run-directory.ts';

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[DIRECTORY_VARIABLE] !== undefined) {
    return undefined;
  }

  const run = await openTestRun();
  return () => run.close();
}
