// Questions that several diagnoses ask of a test's runs.
import type { Doing, Ending, Evidence } from '../sandbox/evidence.ts';
import type { JournalEvent, RunEvent } from '../timeline/events.ts';
import { type Crash, readCrashes } from './crash.ts';
import type { TestEvidence } from './diagnosis.ts';

/** Booting Node and importing a kata takes a third of this. */
const SPINNING_CPU_MS = 700;

/** The run to look at: the last one that was given up, left something or was stopped, else the last. */
export function runInQuestion({ runs }: TestEvidence): Evidence | undefined {
  return runs.findLast((run) => run.doing.length > 0 || run.left.length > 0 || wasStopped(run)) ?? runs.at(-1);
}

/** Whether a run was stopped for that reason. */
export function wasStoppedFor({ error, runs }: TestEvidence, ending: Ending): boolean {
  return error.gaveUp === ending || runs.some((run) => run.ending === ending);
}

export function crashesIn({ runs }: TestEvidence): Crash[] {
  return runs.flatMap(({ stderr }) => readCrashes(stderr));
}

/**
 * Processes that were computing when the run was given up, the busiest first: they never paused. Where time goes faster nobody can say
 * so: a pause takes next to none there, and whoever looks every minute looks all the time.
 */
export function spinnersOf(run: Evidence): Doing[] {
  const hurried = new Set(run.events.flatMap((event) => (event.type === 'time-sped-up' ? [event.pid] : [])));
  return run.doing
    .filter(({ pid, state, cpuMs }) => state === 'R' && cpuMs >= SPINNING_CPU_MS && !hurried.has(pid))
    .sort((one, other) => other.cpuMs - one.cpuMs);
}

/** Generations from the scenario's own process to its last descendant, both counted, of those that were there in the end. */
export function generationsOf(run: Evidence): number {
  const depths = new Map<number, number>([[run.pid, 1]]);
  // Parents are listed before their children or after: go round until nobody new is found.
  for (let found = true; found; ) {
    found = false;
    for (const { pid, ppid } of run.doing) {
      const depth = depths.get(ppid);
      if (depth !== undefined && !depths.has(pid)) {
        depths.set(pid, depth + 1);
        found = true;
      }
    }
  }

  return Math.max(...depths.values());
}

/** Pids of the children of the scenario's own process, in order of birth. */
export function childrenOf(run: Evidence): number[] {
  const pids = run.events.flatMap((event) => {
    if (event.type === 'spawned' && event.pid === run.pid) return [event.child];
    return (event.type === 'born' || event.type === 'awake') && event.ppid === run.pid ? [event.pid] : [];
  });
  return [...new Set(pids)];
}

/** What that process told the journal of its own accord. */
export function toldBy(run: Evidence, pid: number): JournalEvent[] {
  return run.events.filter(
    (event): event is JournalEvent => TOLD.has(event.type) && 'pid' in event && event.pid === pid,
  );
}

const TOLD: ReadonlySet<RunEvent['type']> = new Set<JournalEvent['type']>([
  'awake',
  'mark',
  'gate-reached',
  'gate-passed',
  'spawned',
  'waits',
  'leaving',
]);

function wasStopped({ ending }: Evidence): boolean {
  return ending !== 'by itself' && ending !== 'by the test';
}

/** Errors that JavaScript itself throws: a slip in the program, whatever it was about to do. */
export function isEngineError(crash: Crash | undefined): boolean {
  return crash !== undefined && ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError'].includes(crash.name);
}
