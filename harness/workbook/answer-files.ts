import { listIfThere } from './optional-files.ts';

/** Whether a file is a learner's earlier version that `reset` kept, e.g. `join.backup-1.ts`. */
export function isBackup(fileName: string): boolean {
  return /\.backup.*\.ts$/.test(fileName);
}

/** Names of the files of the answer in a folder: every .ts file at its top but tests and backups. */
export async function answerFiles(directory: string): Promise<string[]> {
  const entries = await listIfThere(directory);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !isBackup(name));
}
