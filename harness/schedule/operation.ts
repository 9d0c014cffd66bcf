/**
 * What an operation does to what it names: two of which one writes depend on each other. `entry`: a name comes or goes in a list of
 * names; two of them can change places, since those of one name write that name as well.
 */
export type Access = 'read' | 'write' | 'entry';

/** What an operation touches. */
export interface Touch {
  /** A path relative to the run's directory, the list of a directory's entries (`<path>/*`), or `mark:<what>`. */
  what: string;
  access: Access;
}

/** A place in a learner's file. */
export interface Place {
  /** As a learner knows it, e.g. `katas/13-mutex/mutex.ts`. */
  file: string;
  line: number;
}

/** What a scenario says of itself. */
export interface Mark {
  name: string;
  data: unknown;
}

/** One operation on what processes share: where they may be interleaved, and nowhere else. */
export interface Operation {
  /** As in the program: `openSync`, `readFile`, `sleep`; `mark` for a mark of the scenario. */
  name: string;
  touches: Touch[];
  /** More to print, e.g. the flags of an open, the name of a mark. */
  detail?: string;
  /** For a sleep: when it is over, milliseconds of the run's own clock. */
  until?: number;
  /** Whether it is no operation of the program: the process is killed where it stands, by SIGKILL. */
  isCrash?: boolean;
  /** For a mark of the scenario. */
  mark?: Mark;
  /** Where the learner's file calls it; only when the run is traced. */
  place?: Place;
}

/** The end of a process by SIGKILL, wherever it stands. */
export const CRASH: Operation = { name: 'killed', touches: [], isCrash: true };

/** How an operation ended. */
export interface Outcome {
  /** Code of the error, e.g. `EEXIST`. */
  error?: string;
  /** What came out, short enough to print. */
  result?: string;
  /** What the program was told, or a digest of it; absent where that may be another one in each run, as the times of a file. */
  told?: string;
}

/** Sleeps wait for time and for nothing else. */
export function isSleep(operation: Operation): boolean {
  return operation.until !== undefined;
}

/**
 * Whether the order of two operations of different processes can matter: both touch the same thing, and not both in the same harmless way.
 * Marks of one critical section depend on each other too, or reduction would miss an overlap: no rule of their own says so, each of them
 * writes the same `mark:<what>`. (Godefroid 1996, Partial-Order Methods for the Verification of Concurrent Systems, chapter 3.)
 */
export function areDependent(one: Operation, other: Operation): boolean {
  // Time is shared: a sleep moves the clock for all. And who looks whether a process lives sees its end.
  if (isSleep(one) || isSleep(other) || one.isCrash === true || other.isCrash === true) {
    return true;
  }

  return one.touches.some((touch) => other.touches.some((touched) => areInConflict(touch, touched)));
}

function areInConflict(one: Touch, other: Touch): boolean {
  return one.what === other.what
    ? one.access === 'write' || one.access !== other.access
    : reachesInto(one, other) || reachesInto(other, one);
}

/** What is done to a directory's own entry is done to all that is in it: it is renamed, removed, not there yet. */
function reachesInto(one: Touch, other: Touch): boolean {
  return one.access === 'write' && other.what.startsWith(`${one.what}/`);
}
