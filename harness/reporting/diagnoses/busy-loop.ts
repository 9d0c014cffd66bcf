import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { spinnersOf } from '../run-facts.ts';

/** A process computes without end. */
export default {
  name: 'busy-loop',
  precedence: 71,
  recognise: ({ runs }) => runs.some((run) => spinnersOf(run).length > 0),
  // A child that spins may belong to the test; the scenario's own process never does.
  yields: ({ runs }: TestEvidence) => !runs.some((run) => spinnersOf(run).some(({ pid }) => pid === run.pid)),
  why: ({ runs }: TestEvidence) => {
    const [spinner] = runs.flatMap(spinnersOf);
    const who = spinner === undefined ? 'A process' : `Process ${spinner.pid}`;
    const used = spinner === undefined ? '' : ` (${(spinner.cpuMs / 1000).toFixed(1)} s of processor time)`;
    return `${who} computed all the time${used} and got nowhere. While a loop runs, Node does nothing else: no event comes, no timer fires, and fields such as exitCode stay as they are. So a loop that waits for one of them waits for ever.`;
  },
  site: 'wait',
} satisfies Diagnosis;
