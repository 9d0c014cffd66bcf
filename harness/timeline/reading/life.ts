import type { JournalEvent, RunEvent } from '../events.ts';

export type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;

/** All evidence of one process: its own words, its parent's, and what was seen from outside; each in order of time. */
export interface Life {
  pid: number;
  told: JournalEvent[];
  spawned?: EventOf<'spawned'>;
  born?: EventOf<'born'>;
  awake?: EventOf<'awake'>;
  /** Its parent's words that it waits for this process. */
  awaited: EventOf<'waits'>[];
  adopted: EventOf<'adopted'>[];
  signalled: EventOf<'signalled'>[];
  gone: EventOf<'gone'>[];
}

/** A life of which nothing is known yet. */
export function emptyLife(pid: number): Life {
  return { pid, told: [], awaited: [], adopted: [], signalled: [], gone: [] };
}

/** Whether there is a word of its end. */
export function isOver(life: Life): boolean {
  return life.gone.length > 0 || life.told.some(({ type }) => type === 'leaving');
}

/** Whether there is more than somebody's word of its end or of a signal: those alone make no process. */
export function isWitnessed({ told, spawned, born, awaited, adopted }: Life): boolean {
  return told.length + awaited.length + adopted.length > 0 || spawned !== undefined || born !== undefined;
}
