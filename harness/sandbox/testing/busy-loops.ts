import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./programs/busy.sh', import.meta.url));

/** Loads the machine with so many processes that never pause; call what it returns to end them. */
export function startBusyLoops(count: number): () => Promise<void> {
  const loops = Array.from({ length: count }, () => spawn('/bin/sh', [program], { stdio: 'ignore' }));
  return async () => {
    const ends = loops.map((loop) => once(loop, 'exit'));
    for (const loop of loops) {
      loop.kill('SIGKILL');
    }

    await Promise.all(ends);
  };
}
