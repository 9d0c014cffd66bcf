import type { Oracle } from '../oracle.ts';

/**
 * An oracle whose findings mean something more particular where it is used: in a scenario with two locks, who waits for ever waits
 * for the other's.
 * @param names for diagnoses of the oracle, the diagnosis that is given instead
 */
export function meaning(oracle: Oracle, names: Readonly<Record<string, string>>): Oracle {
  return (played) => {
    const finding = oracle(played);
    return finding && { ...finding, diagnosis: names[finding.diagnosis] ?? finding.diagnosis };
  };
}
