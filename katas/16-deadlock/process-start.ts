import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process began, in words that no other process with its pid ever had or will have: on Linux the clock ticks since the machine
 * started, and which start that was; elsewhere what `ps` says.
 * @returns undefined when there is no such process, or it has ended and only waits to be reaped
 */
export function startOf(pid: number): string | undefined {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

/** Whether a process of that pid lives which began then, as `startOf` said. */
export function isAlive(pid: number, start: string): boolean {
  return startOf(pid) === start;
}

function startFromProc(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The name stands in parentheses and may hold anything, parentheses too: fields count from the last one (proc(5)).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state, ticks] = [fields[0], fields[19]];
  return ticks === undefined || state === 'Z' || state === 'X' ? undefined : `${ticks}.${machineStart()}`;
}

let boot: string | undefined;

function machineStart(): string {
  boot ??= read('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? '';
  return boot;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // It ended before we looked, or while we did.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) {
      return undefined;
    }

    throw error;
  }
}

function startFromPs(pid: number): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state = 'Z', ...start] = stdout.trim().split(/\s+/);
  return state.startsWith('Z') ? undefined : start.join('-');
}
