import type { RunEvent } from '../events.ts';
import { emptyLife, isOver, isWitnessed, type Life } from './life.ts';

/**
 * Sorts the events of a run by the processes that they are about. Two or three of them tell the same birth (the parent's
 * `spawned`, the sandbox's `born`, the child's own `awake`), in any order; a pid that was used again gives two lives.
 * @param events in any order
 * @returns the lives, those with the same pid in order of time
 */
export function separateLives(events: readonly RunEvent[]): Life[] {
  const lives = new Map<number, Life[]>();
  // Ties keep the order in which they came: sort() is stable.
  for (const event of events.toSorted((one, other) => timeOf(one) - timeOf(other))) {
    for (const pid of subjectsOf(event)) {
      const known = lives.get(pid) ?? [];
      lives.set(pid, known);
      addTo(known, pid, event);
    }
  }

  return [...lives.values()].flat().filter(isWitnessed);
}

function timeOf(event: RunEvent): number {
  return event.type === 'born' ? Math.min(event.startTime, event.at) : event.at;
}

function subjectsOf(event: RunEvent): number[] {
  if (event.type === 'gate-opened') {
    return [];
  }

  return event.type === 'spawned' || event.type === 'waits' ? [...new Set([event.pid, event.child])] : [event.pid];
}

function addTo(lives: Life[], pid: number, event: RunEvent): void {
  const last = lives.at(-1);
  if (event.type === 'gone') {
    const seen = lives.findLast(({ born }) => born !== undefined && born.at < event.at);
    // The table is looked at every 20 ms: by then the next process may have told of itself under the same pid.
    (seen ?? lives.find(({ gone }) => gone.length === 0) ?? last ?? begin(lives, pid)).gone.push(event);
    return;
  }

  const life = last === undefined || isAnother(last, pid, event) ? begin(lives, pid) : last;
  record(life, event);
}

function begin(lives: Life[], pid: number): Life {
  const life = emptyLife(pid);
  lives.push(life);
  return life;
}

/** Whether the event tells the birth of a later process with the same pid. */
function isAnother(life: Life, pid: number, event: RunEvent): boolean {
  switch (event.type) {
    case 'spawned':
      // The word of a birth can come after the child's end, if its parent was busy: only a second one tells of another.
      return event.child === pid && life.spawned !== undefined;
    case 'born':
      return isOver(life) || (life.born !== undefined && life.born.startTime !== event.startTime);
    case 'awake':
      return life.awake !== undefined && isOver(life);
    default:
      return false;
  }
}

function record(life: Life, event: Exclude<RunEvent, { type: 'gone' }>): void {
  switch (event.type) {
    case 'born':
      life.born ??= event;
      return;
    case 'adopted':
      life.adopted.push(event);
      return;
    case 'signalled':
      life.signalled.push(event);
      return;
    case 'gate-opened':
      return;
    case 'spawned':
      if (event.child === life.pid) {
        life.spawned ??= event;
      }
      break;
    case 'waits':
      if (event.child === life.pid) {
        life.awaited.push(event);
      }
      break;
    case 'awake':
      life.awake ??= event;
      break;
  }

  if (event.pid === life.pid) {
    life.told.push(event);
  }
}
