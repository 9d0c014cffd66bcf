/** One thing that verify looked at. */
export interface Check {
  /** What must hold, in words. */
  name: string;
  passed: boolean;
  /** What is wrong, and where to look. */
  problem?: string;
}

/** A check that holds when there is no problem. */
export function checkThat(name: string, problem: string | undefined): Check {
  return problem === undefined ? { name, passed: true } : { name, passed: false, problem };
}
