import { processTable } from '../processes/table.ts';
import { SANDBOX_VARIABLE } from '../sandbox/journal-writer.ts';
import { type Check, checkThat } from './check.ts';

/** Looks for processes of a test run that should have ended with their tests. */
export async function checkNothingLeft(testRunDirectory: string): Promise<Check> {
  const table = processTable();
  const entries = await table.list();
  const details = await table.inspect(
    entries.map(({ pid }) => pid),
    SANDBOX_VARIABLE,
  );
  const left = entries.filter(({ pid, state }) => {
    const { token, cwd } = details.get(pid) ?? {};
    return state !== 'Z' && (token?.startsWith(testRunDirectory) || cwd?.startsWith(testRunDirectory));
  });
  const list = left.map(({ pid, ppid }) => `pid ${pid} (parent ${ppid}): ${details.get(pid)?.command.join(' ')}`);
  return checkThat('no process of any test is left', left.length === 0 ? undefined : list.join('\n'));
}
