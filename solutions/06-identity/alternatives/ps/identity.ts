import { type ChildProcess, execFile, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

export function whoAmI(): { pid: number; ppid: number } {
  const { pid, ppid } = process;
  return { pid, ppid };
}

export function isAlive({ exitCode: code, signalCode }: ChildProcess): boolean {
  return code === null && signalCode === null;
}

export function exitCode({ exitCode: code, signalCode }: ChildProcess): number | null {
  return code ?? (signalCode && -constants.signals[signalCode]);
}

/** Who lists all processes is in the list. */
export function childrenOf(pid: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const ps = execFile('ps', ['-A', '-o', 'ppid=,pid='], (error, stdout) => {
      if (error !== null) {
        reject(error);
        return;
      }

      const pairs = stdout
        .trim()
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number));
      resolve(
        pairs.flatMap(([ppid, child]) => (ppid === pid && child !== undefined && child !== ps.pid ? [child] : [])),
      );
    });
  });
}

/** Nothing is printed of a pid that is free. */
export function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', `${pid}`], { encoding: 'utf8' });
  return /^\s*[^Z\s]/.test(stdout);
}
