/** How many schedules an exploration tries at most; or all there are, however long that takes. */
export type MostSchedules = number | 'all';

/** What the commands tell the tests, through Vitest's `provide`. */
export interface TestSelection {
  /** Of these test files (absolute paths) only the named test is wanted. */
  onlyTests?: Record<string, string>;
  /** Keep the evidence of tests that pass too. */
  keepEvidence?: boolean;
  /** In these test files an exploration tries so many schedules: fewer than a learner's tests try, or more. */
  mostSchedules?: Record<string, MostSchedules>;
  /** Instead of exploring schedules, play this one and show it. */
  replay?: { scenario: string; processes: number; schedule: readonly number[] };
}

declare module 'vitest' {
  interface ProvidedContext extends TestSelection {}
}
