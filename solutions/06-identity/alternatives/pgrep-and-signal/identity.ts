import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';

export function whoAmI(): { pid: number; ppid: number } {
  return { pid: process.pid, ppid: process.ppid };
}

export function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

export function exitCode(child: ChildProcess): number | null {
  const { exitCode: code, signalCode: signal } = child;
  return signal === null ? code : -(constants.signals[signal] ?? Number.NaN);
}

/** pgrep never lists itself. That it finds nobody is not an error here, whatever its exit code says. */
export async function childrenOf(pid: number): Promise<number[]> {
  const pgrep = spawn('pgrep', ['-P', String(pid)], { stdio: ['ignore', 'pipe', 'inherit'] });
  return (await text(pgrep.stdout)).split('\n').filter(Boolean).map(Number);
}

/** Signal 0 asks whether there is somebody; then ps whether it is more than a zombie. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }

  return !String(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)]).stdout)
    .trim()
    .startsWith('Z');
}
