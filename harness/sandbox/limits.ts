/** What a run may use before the sandbox ends it. */
export interface Limits {
  /** Processes at once. */
  processes: number;
  /** Processes in all, one after the other. */
  births: number;
  /** Wall clock, milliseconds. Only a process that neither rests nor spins gets this far. */
  wallMs: number;
  /** Processor time one process may use while the whole run tells nothing, milliseconds: more is a loop without end. */
  spinMs: number;
  /** A wait is given up when nothing at all has happened for so long and nobody is at work, milliseconds. */
  restMs: number;
  /** After the scenario's own process ended, what it left may rest for so long before it counts as left behind... */
  leftRestMs: number;
  /** ... or go on for so long, asleep or computing, milliseconds. Time without a core is not theirs. */
  leftWorkMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  processes: 48,
  births: 480,
  wallMs: 12_000,
  spinMs: 2_500,
  restMs: 2_000,
  leftRestMs: 500,
  leftWorkMs: 3_000,
};
