import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** One process as the operating system's table shows it. */
export interface ProcessEntry {
  pid: number;
  ppid: number;
  /** One letter: R running, S sleeping, T stopped, Z ended and not yet collected by its parent, ... */
  state: string;
}

/** Every process of the machine as it is now: from /proc on Linux, from `ps` elsewhere. */
export function readProcessTable(): ProcessEntry[] {
  return process.platform === 'linux' ? readProc() : readPs();
}

function readProc(): ProcessEntry[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const [, state = ''] = /^State:\s+(\S)/m.exec(status) ?? [];
      const [, ppid] = /^PPid:\s+(\d+)/m.exec(status) ?? [];
      return { pid: Number(pid), ppid: Number(ppid), state };
    } catch {
      // It has ended since the directory was read.
      return [];
    }
  });
}

function readPs(): ProcessEntry[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid, ppid, state = ''] = line.trim().split(/\s+/);
    return { pid: Number(pid), ppid: Number(ppid), state: state.charAt(0) };
  });
}
