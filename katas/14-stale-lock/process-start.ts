import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process began, in words that no other process with its pid ever had or will have: on Linux the clock ticks since the machine
 * started, and which start that was; elsewhere what `ps` says, to the second. Letters, digits and hyphens, fit for a file's name.
 * @returns undefined when there is no such process, or it has ended and only waits to be reaped
 */
export function startOf(pid: number): string | undefined {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

/** Whether a process of that pid lives which began then, as `startOf` said. One that is stopped lives. */
export function isAlive(pid: number, start: string): boolean {
  return startOf(pid) === start;
}

function startFromProc(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The name stands in parentheses and may hold anything, parentheses too: fields count from the last one (proc(5)).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state, ticks] = [fields[0], fields[19]];
  return ticks === undefined || state === 'Z' || state === 'X' ? undefined : `${ticks}-${machineStart()}`;
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
  // Everybody must read the same words, whatever language and time zone they have.
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8', env });
  // 1: there is none. Whatever else it says says nothing about the process, least of all that it is gone.
  if (ps.status !== 0 && ps.status !== 1) {
    throw new Error(`ps could not tell about process ${pid}.`, { cause: ps.error ?? ps.stderr });
  }

  const [state = '', ...start] = ps.stdout.trim().split(/[\s:]+/);
  return state === '' || state.startsWith('Z') ? undefined : start.join('-');
}
