import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes a directory with all that is in it, also where an answer has taken the permissions away. Nothing there is fine. */
export async function removeTree(directory: string): Promise<void> {
  try {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    await grantAccess(directory);
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function grantAccess(directory: string): Promise<void> {
  await chmod(directory, 0o700).catch(() => {});
  const children = await readdir(directory, { withFileTypes: true }).catch(() => []);
  for (const child of children) {
    if (child.isDirectory()) {
      await grantAccess(join(directory, child.name));
    }
  }
}
