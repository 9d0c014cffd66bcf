import type { Doing } from '../sandbox/evidence.ts';
import { shortenCommand } from '../timeline/drawing/command.ts';
import { shorten } from '../timeline/drawing/text.ts';

/** So that most lines fit a terminal. */
const COMMAND_WIDTH = 32;

/** States of the process table, proc(5), in words. */
const STATES: Readonly<Record<string, string>> = {
  R: 'computes',
  S: 'waits for something',
  I: 'waits for something',
  D: 'waits for a disk',
  T: 'is stopped by a signal',
  t: 'is stopped by a debugger',
  Z: 'has ended, and its parent has not asked how',
};

/** One line on what a process was doing. */
export function describeDoing({ pid, ppid, command, state, cpuMs, gate }: Doing): string {
  const does = gate === undefined ? (STATES[state] ?? `is in state ${state}`) : `waits at gate '${gate}'`;
  const who = `pid ${pid}, parent ${ppid}, ${shorten(shortenCommand(command).full, COMMAND_WIDTH)}`;
  return `${who}: ${does}; ${(cpuMs / 1000).toFixed(1)} s of processor time`;
}
