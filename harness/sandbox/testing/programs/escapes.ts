// Starts one sleeper for each argument, which names the signs of membership that it takes off, and then waits. Each sleeper
// leaves its pid in a file: without environment and directory it has no journal to tell it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { gate } from '#harness/scenario.ts';

for (const [number, signs] of process.argv.slice(2).entries()) {
  const sleep = ['-c', 'echo $$ > "$0" && exec /bin/sleep 1000', join(process.cwd(), `${number}.pid`)];
  // A shell that ends at once: what it started is an orphan.
  const args = signs.includes('ancestry') ? ['-c', '/bin/sh "$@" &', 'sh', ...sleep] : sleep;
  spawn('/bin/sh', args, {
    ...(signs.includes('token') && { env: {} }),
    cwd: signs.includes('cwd') ? '/' : process.cwd(),
    detached: signs.includes('session'),
    stdio: 'ignore',
  });
}

await gate('end');
process.exit();
