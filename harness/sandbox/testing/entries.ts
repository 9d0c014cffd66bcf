import type { ProcessEntry } from '../../processes/entry.ts';
import type { Member } from '../members.ts';

/** An entry of a made-up process table: a sleeping process that leads its own group and session, unless told otherwise. */
export function entry(pid: number, different: Partial<ProcessEntry> = {}): ProcessEntry {
  const startTime = different.startTime ?? 10_000;
  return {
    pid,
    ppid: 1,
    group: pid,
    session: pid,
    state: 'S',
    startTime,
    cpuMs: 0,
    name: 'program',
    identity: `${pid}@${startTime}`,
    ...different,
  };
}

/** The same, as a member of a sandbox. */
export function member(pid: number, different: Partial<ProcessEntry> = {}): Member {
  return { ...entry(pid, different), details: undefined };
}
