import type { Evidence } from '../sandbox/evidence.ts';
import { buildTimeline } from '../timeline/model.ts';
import { type Catalogue, UnknownDiagnosisError } from './catalogue.ts';
import { readCrashes } from './crash.ts';
import { type Diagnosis, hint, type TestEvidence } from './diagnosis.ts';
import { findLearnerSite, siteOfCrash } from './learner-site.ts';
import { runInQuestion } from './run-facts.ts';
import type { Verdict, VerdictPicture } from './verdict.ts';

/** More lines than these nobody reads beside a picture. */
const QUOTED_LINES = 14;

/** Says what a failed test means. */
export function conclude(seen: TestEvidence, catalogue: Catalogue): Verdict {
  const { named, expected, saw, diff, counterexample, message } = seen.error;
  const diagnosis = choose(seen, catalogue);
  const run = runInQuestion(seen);
  const schedule = seen.schedules?.findLast(({ shown }) => shown?.finding !== undefined);
  const site = findSite(diagnosis, run, seen);
  const details = shortened(diagnosis.quote?.(seen) ?? (diagnosis.quote ? undefined : quoteCrash(run)));
  return {
    diagnosis: diagnosis.name,
    ...(expected !== undefined && { expected }),
    // An error that compares nothing still says something.
    ...(saw !== undefined ? { saw } : diff === undefined && { saw: message }),
    ...(diff !== undefined && { diff }),
    ...(counterexample !== undefined && { counterexample }),
    why: typeof diagnosis.why === 'string' ? diagnosis.why : diagnosis.why(seen),
    pictures: run === undefined || schedule !== undefined ? [] : drawable(run, diagnosis, seen),
    ...(schedule && diagnosis.picture !== 'none' && { schedule }),
    ...(site && { site }),
    next: (diagnosis.next ?? hint)(seen.kata),
    ...(details && { details }),
    ...(named !== undefined && !catalogue.has(named) && { problem: new UnknownDiagnosisError(named).message }),
  };
}

function choose(seen: TestEvidence, catalogue: Catalogue): Diagnosis {
  const name = seen.error.named;
  const named = name !== undefined && catalogue.has(name) ? catalogue.explain(name) : undefined;
  const recognised = catalogue.recognisers.find(
    ({ recognise, yields }) => recognise?.(seen) && !(named !== undefined && yields?.(seen, named)),
  );
  return recognised ?? named ?? catalogue.explain('unexplained');
}

function findSite({ site: kind }: Diagnosis, run: Evidence | undefined, { runs }: TestEvidence): Verdict['site'] {
  const candidates = kind === undefined || run === undefined ? [] : [run, ...runs];
  const [site] = candidates.flatMap((candidate) => findLearnerSite(candidate, kind ?? 'throw') ?? []);
  return site && kind && { ...site, kind };
}

function drawable(
  run: Evidence,
  { picture = 'timeline', notStarted }: Diagnosis,
  seen: TestEvidence,
): VerdictPicture[] {
  if (picture === 'none') {
    return [];
  }

  const since = run.events.reduce((earliest, { at }) => Math.min(earliest, at), Number.POSITIVE_INFINITY);
  const timeline = buildTimeline(run.events, {
    main: run.pid,
    ...(Number.isFinite(since) && { endedAt: since + run.elapsedMs }),
  });
  // One bar alone tells nothing that the words do not.
  return timeline.processes.length > 1 ? [{ kind: picture, timeline, notStarted: notStarted?.(seen) ?? [] }] : [];
}

// The scenario's own process died of an error from the learner's file: whatever that means, the error is worth reading.
function quoteCrash(run: Evidence | undefined): string | undefined {
  return run?.exit?.code === 1
    ? readCrashes(run.stderr).find((crash) => siteOfCrash(crash) !== undefined)?.text
    : undefined;
}

function shortened(text: string | undefined): string | undefined {
  const lines = text?.split('\n') ?? [];
  return lines.length <= QUOTED_LINES ? text : [...lines.slice(0, QUOTED_LINES), '...'].join('\n');
}
