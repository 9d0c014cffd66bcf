import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'state-not-from-the-table',
  why: 'stateOf was asked for a process, and its answer is not what the process table says. A ChildProcess does not know: its exitCode stays null until the event loop turns, also when the process is long a zombie, and a stopped process is no news to it at all. And any pid may be asked for, not only that of a child of yours. Signal 0 finds a zombie alive.',
} satisfies Diagnosis;
