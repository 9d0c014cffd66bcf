import type { RunEvent } from './events.ts';
import { findBirth } from './reading/birth.ts';
import { findEnd } from './reading/end.ts';
import { formFamily, type Relative } from './reading/family.ts';
import { emptyLife, type Life } from './reading/life.ts';
import { findAdoptions, findFirstParent } from './reading/lineage.ts';
import { separateLives } from './reading/lives.ts';
import { findChildWaits, pairGates } from './reading/waiting.ts';
import type { ProcessHistory, Timeline } from './timeline.ts';

export type * from './timeline.ts';

export interface TimelineOptions {
  /** Pid of the scenario's own process. It is in the timeline even when nothing was heard of it. */
  main: number;
  /** When the sandbox stopped watching: how long those who were still alive had lived. */
  endedAt?: number;
  /** Resolution of `born.startTime`: 10 from procfs (the default), 1000 from ps. */
  startTimeResolutionMs?: number;
}

/** The resolution of procfs: one clock tick (proc(5), sysconf(_SC_CLK_TCK)). */
const TICK_MS = 10;

/**
 * Tells the story of a run from its events.
 * @param events in any order; some may be missing, and one birth is usually told by several of them
 */
export function buildTimeline(events: readonly RunEvent[], options: TimelineOptions): Timeline {
  const span = measureSpan(events, options.endedAt);
  const relatives = separateLives(events).map((life) => toRelative(life, options, span.from));
  const main =
    relatives.find(({ life }) => life.pid === options.main) ?? toRelative(emptyLife(options.main), options, span.from);
  const family = formFamily([...new Set([main, ...relatives])], main);
  const byAge = family.toSorted((one, other) => one.birth.at - other.birth.at);
  const processes = family.map((relative) => tellHistory(relative, byAge));

  const from = processes.reduce((earliest, { bornAt }) => Math.min(earliest, bornAt), main.birth.at);
  const isOver = processes.every(({ endedAt }) => endedAt !== undefined);
  const lastDeathAt = processes.reduce((latest, { endedAt = latest }) => Math.max(latest, endedAt), from);
  return { from, to: isOver ? lastDeathAt : Math.max(lastDeathAt, span.to), processes };
}

function measureSpan(events: readonly RunEvent[], endedAt: number | undefined): { from: number; to: number } {
  const first = events[0]?.at ?? endedAt ?? 0;
  return {
    from: events.reduce((earliest, { at }) => Math.min(earliest, at), first),
    to: events.reduce((latest, { at }) => Math.max(latest, at), endedAt ?? first),
  };
}

function toRelative(life: Life, { startTimeResolutionMs = TICK_MS }: TimelineOptions, since: number): Relative {
  const birth = findBirth(life, startTimeResolutionMs) ?? { at: since, isLatest: true };
  const ended = findEnd(life);
  return {
    life,
    ppid: findFirstParent(life),
    birth,
    ...(ended === undefined ? {} : { ended }),
    children: [],
    label: '',
  };
}

function tellHistory(relative: Relative, byAge: readonly Relative[]): ProcessHistory {
  const { life, ppid, birth, parent, label, ended } = relative;
  return {
    pid: life.pid,
    ppid,
    label,
    ...(parent === undefined ? {} : { parent: parent.label }),
    command: life.spawned?.command ?? life.born?.command ?? life.awake?.program ?? '',
    bornAt: birth.at,
    ...(ended === undefined ? {} : { endedAt: Math.max(birth.at, ended.endedAt), end: ended.end }),
    adoptions: findAdoptions(relative, byAge),
    marks: life.told.flatMap((event) => (event.type === 'mark' ? [{ at: event.at, name: event.name }] : [])),
    gates: pairGates(life.told),
    waits: findChildWaits(relative, byAge),
  };
}
