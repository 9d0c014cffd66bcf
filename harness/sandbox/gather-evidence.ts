import { existsSync } from 'node:fs';
import type { Conclusion } from './conclusion.ts';
import type { Evidence } from './evidence.ts';
import { monotonicMs } from './journal-writer.ts';
import { shorten } from './output.ts';
import type { Run, RunParts } from './run.ts';

/** Everything that is known of a run, as plain data that does not change any more. */
export function gatherEvidence(run: Run, { observation, limits }: RunParts, conclusion: Conclusion): Evidence {
  const { scenario, pid, exit, stdout, stderr, directory } = run;
  const { ending, endedAt, doing, left, directoryIsThere } = conclusion;
  return {
    scenario,
    pid,
    ending: ending ?? 'by the test',
    ...(exit === undefined ? {} : { exit }),
    elapsedMs: (endedAt ?? monotonicMs()) - observation.since,
    stdout: shorten(stdout),
    stderr: shorten(stderr),
    outputBytes: observation.output.stdout.bytes + observation.output.stderr.bytes,
    directoryIsThere: directoryIsThere ?? existsSync(directory),
    // Copies: a birth is told once more when its command line is known.
    events: observation.events.map((event) => ({ ...event })),
    doing,
    left,
    budget: limits.processes,
  };
}
