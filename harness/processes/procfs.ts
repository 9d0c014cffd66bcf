import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { monotonicNow } from './clock.ts';
import type { ProcessDetails, ProcessEntry, ProcessTable } from './entry.ts';

/** Length of the tick in which Linux tells processor and start times: USER_HZ is 100 (`proc_pid_stat(5)`). */
const TICK_MS = 10;

/** Set in the flags of a thread of the kernel (PF_KTHREAD of linux/sched.h). */
const KERNEL_THREAD_FLAG = 0x00200000;
/** For how long what was read of a thread of the kernel is taken for true. */
const KERNEL_THREAD_MS = 1_000;

// Gone before it was opened, gone since it was opened, another user's (twice: it depends on which file, and on `hidepid`).
const NOT_TO_BE_SEEN = new Set(['ENOENT', 'ESRCH', 'EACCES', 'EPERM']);

/**
 * The process table of Linux, read from /proc (`proc(5)`). All reading is synchronous, about 20 us a process: a
 * listing is over before anything else runs in this process.
 *
 * Start times are converted with an offset measured here, once: if the machine is suspended later, those of processes
 * started after that are late by the length of the suspension. Identities do not depend on it.
 */
export function procfsTable(): ProcessTable {
  const bootMs = monotonicTimeOfBoot();
  const kernelThreads = new Map<string, { entry: ProcessEntry; readAt: number }>();

  // Most entries of a quiet machine are threads of the kernel: they neither end nor become anything else, so one look a second
  // at each will do, and a listing costs a quarter.
  const readFresh = (pid: string, now: number) => {
    const known = kernelThreads.get(pid);
    if (known !== undefined && now - known.readAt < KERNEL_THREAD_MS) {
      return known.entry;
    }

    const read = readEntry(pid, bootMs);
    if (read?.isOfKernel) {
      kernelThreads.set(pid, { entry: read.entry, readAt: now });
    } else {
      kernelThreads.delete(pid);
    }

    return read?.entry;
  };

  return {
    source: 'procfs',
    async list() {
      const now = monotonicNow();
      return listPids().flatMap((pid) => readFresh(pid, now) ?? []);
    },
    async inspect(pids, tokenName) {
      const details = new Map<number, ProcessDetails>();
      for (const pid of pids) {
        const seen = readDetails(pid, tokenName);
        if (seen !== undefined) {
          details.set(pid, seen);
        }
      }
      return details;
    },
  };
}

/**
 * When CLOCK_BOOTTIME was 0, in milliseconds of CLOCK_MONOTONIC: the two differ by the time spent suspended
 * (`clock_gettime(2)`), and in a time namespace (`time_namespaces(7)`).
 */
function monotonicTimeOfBoot(): number {
  const before = monotonicNow();
  const [uptime = ''] = readFileSync('/proc/uptime', 'utf8').split(' ');
  const after = monotonicNow();

  // The uptime is cut to hundredths of a second, so the answer is an interval. A machine that never slept has exactly 0.
  const uptimeMs = Number(uptime) * 1000;
  const earliest = before - uptimeMs - TICK_MS;
  const latest = after - uptimeMs;
  return earliest <= 0 && latest >= 0 ? 0 : (earliest + latest) / 2;
}

function listPids(): string[] {
  return readdirSync('/proc').filter((name) => /^\d/.test(name));
}

function readEntry(pid: string, bootMs: number): { entry: ProcessEntry; isOfKernel: boolean } | undefined {
  const stat = unlessUnseen(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) {
    return undefined;
  }

  // The name may hold anything, `) R 1 1` and line breaks too. What follows it is numbers, so the last parenthesis ends it.
  const nameStart = stat.indexOf('(') + 1;
  const nameEnd = stat.lastIndexOf(')');
  // Fields 3 and following of proc_pid_stat(5): field n is at n - 3.
  const fields = stat.slice(nameEnd + 2).split(' ');
  const [state = '?', ppid, group, session] = fields;
  const flags = fields[6];
  const [userTicks, systemTicks] = fields.slice(11, 13);
  const startTicks = fields[19];
  const entry = {
    pid: Number(pid),
    ppid: Number(ppid),
    group: Number(group),
    session: Number(session),
    state,
    startTime: Number(startTicks) * TICK_MS + bootMs,
    cpuMs: (Number(userTicks) + Number(systemTicks)) * TICK_MS,
    name: stat.slice(nameStart, nameEnd),
    identity: `${pid}@${startTicks}`,
  };
  return { entry, isOfKernel: (Number(flags) & KERNEL_THREAD_FLAG) !== 0 };
}

function readDetails(pid: number, tokenName: string): ProcessDetails | undefined {
  const directory = `/proc/${pid}`;
  const command = unlessUnseen(() => readFileSync(`${directory}/cmdline`, 'utf8'));
  const cwd = unlessUnseen(() => readlinkSync(`${directory}/cwd`));
  const environment = unlessUnseen(() => readFileSync(`${directory}/environ`, 'utf8'));
  // Last: a process that went while it was read must not look like one that has no command line.
  if (!existsSync(directory)) {
    return undefined;
  }

  return { command: splitCommand(command ?? ''), cwd, token: findVariable(environment ?? '', tokenName) };
}

function splitCommand(text: string): string[] {
  // A program that writes its title over its arguments (process.title) leaves NULs up to their old end.
  const withoutPadding = text.replace(/\0+$/, '');
  return withoutPadding === '' ? [] : withoutPadding.split('\0');
}

function findVariable(environment: string, name: string): string | undefined {
  const prefix = `${name}=`;
  return environment
    .split('\0')
    .find((variable) => variable.startsWith(prefix))
    ?.slice(prefix.length);
}

function unlessUnseen(read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_TO_BE_SEEN.has(String(error.code))) {
      return undefined;
    }
    throw error;
  }
}
