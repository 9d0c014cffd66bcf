import type { Evidence } from '../../sandbox/evidence.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { spinnersOf, toldBy } from '../run-facts.ts';

/** The scenario's process computes without end before it has done anything. */
export default {
  name: 'loops-at-import',
  precedence: 70,
  recognise: ({ runs }) => runs.some(loopsAtImport),
  why: (seen) => {
    const [spinner] = seen.runs.filter(loopsAtImport).flatMap(spinnersOf);
    const used = spinner === undefined ? '' : ` It used ${(spinner.cpuMs / 1000).toFixed(1)} s of processor time.`;
    return `The program came no further than your file: a loop without end runs at its top level, or in the first function that was called.${used} While a loop runs, Node does nothing else: no event comes, no timer fires, and what the loop waits for never changes.`;
  },
  picture: 'none',
} satisfies Diagnosis;

function loopsAtImport(run: Evidence): boolean {
  return (
    spinnersOf(run).some(({ pid }) => pid === run.pid) && toldBy(run, run.pid).every(({ type }) => type === 'awake')
  );
}
