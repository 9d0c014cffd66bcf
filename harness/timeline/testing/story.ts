import type { JournalEvent, RunEvent } from '../events.ts';

/** Pid of the scenario's own process in these stories, which begin at 1000 ms. */
export const MAIN = 4710;
/** Whoever started the scenario. */
const RUNNER = 4000;

type Word = JournalEvent extends infer Event
  ? Event extends JournalEvent
    ? Omit<Event, 'pid' | 'ppid' | 'at'>
    : never
  : never;

/** What a process tells of itself. */
export function tells(pid: number, at: number, word: Word, ppid = pid === MAIN ? RUNNER : MAIN): RunEvent {
  return { ...word, pid, ppid, at } as JournalEvent;
}

/** The scenario's own process, as the sandbox and it itself tell of its birth. */
export function begins(): RunEvent[] {
  return [
    { type: 'born', pid: MAIN, ppid: RUNNER, startTime: 990, at: 1012, command: 'node scenario.ts' },
    tells(MAIN, 1061, { type: 'awake', program: '/scenario.ts' }),
  ];
}

/** A Node process is started: told by its parent (`by` is its pid and its own parent's), by the sandbox, and by itself. */
export function starts(child: number, at: number, by: readonly [number, number] = [MAIN, RUNNER]): RunEvent[] {
  const [parent, grandparent] = by;
  const startTime = Math.floor((at - 1) / 10) * 10;
  return [
    tells(parent, at, { type: 'spawned', child, command: 'node task.ts' }, grandparent),
    { type: 'born', pid: child, ppid: parent, startTime, at: at + 12, command: 'node task.ts' },
    tells(child, at + 70, { type: 'awake', program: '/task.ts' }, parent),
  ];
}

/** 48 processes, each of which started two, until the sandbox ended them. */
export function explodes(): RunEvent[] {
  const parentOf = (pid: number) => (pid === MAIN ? RUNNER : MAIN + Math.floor((pid - MAIN - 1) / 2));
  const children = Array.from({ length: 47 }, (_, index) => MAIN + 1 + index);
  return [
    ...begins(),
    ...children.flatMap((pid) => {
      const generation = Math.floor(Math.log2(pid - MAIN + 1));
      return starts(pid, 980 + 90 * generation + 2 * (pid % 2 === 0 ? 1 : 0), [parentOf(pid), parentOf(parentOf(pid))]);
    }),
    ...[MAIN, ...children].flatMap((pid) => dies(pid, 1500, 'SIGKILL', 'sandbox')),
  ];
}

/** A process leaves by itself, and the sandbox finds it gone. */
export function leaves(pid: number, at: number, code = 0, ppid?: number): RunEvent[] {
  const exit = pid === MAIN ? { exit: { code, signal: null } } : {};
  return [tells(pid, at, { type: 'leaving', code }, ppid), { type: 'gone', pid, at: at + 14, ...exit }];
}

/** A process gets a signal and is gone. */
export function dies(pid: number, at: number, signal: string, by: 'test' | 'sandbox'): RunEvent[] {
  return [
    { type: 'signalled', pid, at, signal, by },
    { type: 'gone', pid, at: at + 8 },
  ];
}
