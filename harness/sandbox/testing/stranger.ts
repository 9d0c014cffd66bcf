import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that no sandbox has started. */
export interface Stranger {
  pid: number;
  /** Ends it, and waits until it is gone. */
  end(): Promise<void>;
}

/**
 * Starts a sleeper as somebody else's shell would: in that directory, while the shell stands elsewhere.
 * @param env its whole environment
 */
export async function startStranger(cwd: string, env: Record<string, string> = {}): Promise<Stranger> {
  const command = '(cd "$0" && exec /bin/sleep 1000) & echo $!; wait';
  const shell = spawn('/bin/sh', ['-c', command, cwd], {
    cwd: '/',
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = (await once(shell.stdout, 'data')) as [Buffer];
  return {
    pid: Number(output.toString()),
    end: async () => {
      process.kill(-Number(shell.pid), 'SIGKILL');
      // The pipe that both hold: it ends with the last of them.
      await once(shell, 'close');
    },
  };
}
