// Two at a lock that is a file; whoever waits looks again at once.
import { open, unlink } from 'node:fs/promises';

export default async function lock(): Promise<void> {
  for (let isOurs = false; !isOurs; ) {
    isOurs = await open('lock', 'wx').then(
      (file) => file.close().then(() => true),
      () => false,
    );
  }

  await unlink('lock');
}
