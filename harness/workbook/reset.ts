import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { type Kata, pristineStub } from './katas.ts';
import { listIfThere, readTextIfThere } from './optional-files.ts';
import { UsageError } from './usage-error.ts';

/** What `resetKata` did. */
export interface Reset {
  /** False when the stub was as it was given already. */
  changed: boolean;
  /** File name under which the learner's version is kept, beside the stub; absent when there was none to keep. */
  backup: string | undefined;
}

/**
 * Puts the stub back as it was given. The learner's version stays beside it as `join.backup-1.ts`, `join.backup-2.ts`, ...; no
 * earlier one is ever overwritten. Other files of the learner's are left alone.
 *
 * @throws UsageError when the workbook holds no pristine copy of the stub
 */
export async function resetKata(kata: Kata): Promise<Reset> {
  const stub = path.join(kata.directory, kata.stub);
  const pristine = await readTextIfThere(pristineStub(kata));
  if (pristine === undefined) {
    throw new UsageError(
      `solutions/${kata.id}/stub/${kata.stub}, the copy from which the stub is restored, is missing.\n` +
        `Your answer was not touched. next: git checkout solutions/${kata.id}`,
    );
  }

  const current = await readTextIfThere(stub);
  if (current === pristine) return { changed: false, backup: undefined };
  const backup = current === undefined ? undefined : await keepBackup(kata);
  await copyFile(pristineStub(kata), stub);
  return { changed: true, backup };
}

async function keepBackup(kata: Kata): Promise<string> {
  for (let number = (await highestBackup(kata)) + 1; ; number += 1) {
    const backup = `${path.basename(kata.stub, '.ts')}.backup-${number}.ts`;
    try {
      await copyFile(
        path.join(kata.directory, kata.stub),
        path.join(kata.directory, backup),
        // Looking for a free name and taking it must be one operation.
        constants.COPYFILE_EXCL,
      );
      return backup;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

// Counted on from the highest, not from the first gap: a later backup has a higher number.
async function highestBackup(kata: Kata): Promise<number> {
  const prefix = `${path.basename(kata.stub, '.ts')}.backup-`;
  const numbers = (await listIfThere(kata.directory))
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ name }) => /^(\d+)\.ts$/.exec(name.slice(prefix.length))?.[1]);
  return Math.max(0, ...numbers.map((number) => Number(number ?? 0)));
}
