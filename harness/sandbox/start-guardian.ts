import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./guardian.ts', import.meta.url));
const stripTypes = new URL('../typescript/register.mjs', import.meta.url).href;

/** The word that sends the guardian home. */
const FAREWELL = 'closed';

// A shell that reads one line: ready within a millisecond, small, and deaf to whoever signals everything in sight. Only if the
// line does not come, because the pipe has ended, there is work to do, and the shell becomes the program that does it.
const WATCH = `trap '' INT TERM HUP; read -r word; [ "$word" = ${FAREWELL} ] || exec "$@"`;

/** A process that outlives this one if need be. */
export interface Guardian {
  pid: number;
  /** Sends it home, since there is nothing left to guard. It is gone when this settles. */
  dismiss(): Promise<void>;
  /** Lets it do its work now. It is gone when this settles. */
  release(): Promise<void>;
}

/**
 * Starts a process that sweeps a test run as soon as this process is gone, however it ends.
 * @param directory the test run's; it need not exist yet
 * @param since when the test run began, milliseconds on CLOCK_MONOTONIC
 * @throws {Error} when it cannot be started
 */
export async function startGuardian(directory: string, since: number): Promise<Guardian> {
  const sweeper = [process.execPath, `--import=${stripTypes}`, program, directory, String(since)];
  const guardian = spawn('/bin/sh', ['-c', WATCH, 'guardian', ...sweeper], {
    // Its input is the life line: the kernel closes it when this process ends.
    stdio: ['pipe', 'ignore', 'inherit'],
    // A session of its own: Ctrl-C in the terminal must not end the guardian before its work.
    detached: true,
    // It must keep no directory of the user's busy, and stand in no sandbox.
    cwd: '/',
    env: { PATH: process.env.PATH ?? '' },
  });
  // Rejects with the reason when it cannot be started.
  await once(guardian, 'spawn');
  const { pid = 0 } = guardian;
  // Whoever killed it has broken the pipe too; what is to be swept then is swept by close().
  guardian.stdin.on('error', () => {});
  const gone = once(guardian, 'exit');

  return {
    pid,
    async dismiss() {
      guardian.stdin.end(`${FAREWELL}\n`);
      await gone;
    },
    async release() {
      guardian.stdin.end();
      await gone;
    },
  };
}
