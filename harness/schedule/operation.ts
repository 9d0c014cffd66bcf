/** What an operation does to what it names: two of which one writes depend on each other. */
export type Access = 'read' | 'write';

/** A place in a learner's file. */
export interface Place {
  /** As a learner knows it, e.g. `katas/13-mutex/mutex.ts`. */
  file: string;
  line: number;
}

/** One operation on what processes share: where they may be interleaved, and nowhere else. */
export interface Operation {
  /** As in the program: `openSync`, `readFile`, `sleep`; `mark` for a mark of the scenario. */
  name: string;
  /** What it touches: paths relative to the run's directory, or `mark:<what>`. */
  touches: { what: string; access: Access }[];
  /** More to print, e.g. the flags of an open, the name of a mark. */
  detail?: string;
  /** For a sleep: when it is over, milliseconds of the run's own clock. */
  until?: number;
  /** Whether it is no operation of the program: the process is killed where it stands, by SIGKILL. */
  isCrash?: boolean;
  /** For a mark of the scenario. */
  mark?: { name: string; data: unknown };
  /** Where the learner's file calls it; only when the run is traced. */
  place?: Place;
}

/** How an operation ended. */
export interface Outcome {
  /** Code of the error, e.g. `EEXIST`. */
  error?: string;
  /** What came out, short enough to print. */
  result?: string;
}

/** Sleeps wait for time and for nothing else. */
export function isSleep(operation: Operation): boolean {
  return operation.until !== undefined;
}

/**
 * Whether the order of two operations of different processes can matter: both touch the same thing, and one of them writes it.
 * Marks of one critical section depend on each other too, or reduction would miss an overlap: no rule of their own says so, each of them
 * writes the same `mark:<what>`. (Godefroid 1996, Partial-Order Methods for the Verification of Concurrent Systems, chapter 3.)
 */
export function areDependent(one: Operation, other: Operation): boolean {
  // Time is shared: a sleep moves the clock for all. And who looks whether a process lives sees its end.
  if (isSleep(one) || isSleep(other) || one.isCrash === true || other.isCrash === true) {
    return true;
  }

  return one.touches.some(({ what, access }) =>
    other.touches.some((touched) => touched.what === what && (access === 'write' || touched.access === 'write')),
  );
}
