import type { JournalEvent } from '../events.ts';
import type { ChildWait, GateWait } from '../timeline.ts';
import { findByPid, type Relative } from './family.ts';

/** Pairs the arrivals of one process at gates with its passages. A passage without an arrival is left out. */
export function pairGates(told: readonly JournalEvent[]): GateWait[] {
  const waits: GateWait[] = [];
  for (const event of told) {
    if (event.type === 'gate-reached') {
      waits.push({ name: event.name, from: event.at });
    } else if (event.type === 'gate-passed') {
      const open = waits.find(({ name, to }) => name === event.name && to === undefined);
      if (open !== undefined) {
        open.to = event.at;
      }
    }
  }

  return waits;
}

/** The waits of one process for its children: one a child, from when it first listened. */
export function findChildWaits({ life, ended }: Relative, byAge: readonly Relative[]): ChildWait[] {
  const waits = new Map<string, ChildWait>();
  for (const event of life.told) {
    const child = event.type === 'waits' ? findByPid(byAge, event.child, event.at) : undefined;
    if (child !== undefined && !waits.has(child.label)) {
      const to = Math.min(child.ended?.endedAt ?? Number.POSITIVE_INFINITY, ended?.endedAt ?? Number.POSITIVE_INFINITY);
      waits.set(child.label, {
        child: child.label,
        pid: child.life.pid,
        from: event.at,
        // Who listens late hears nothing of the past: its wait was over at once.
        ...(Number.isFinite(to) ? { to: Math.max(event.at, to) } : {}),
      });
    }
  }

  return [...waits.values()];
}
