import type { Evidence } from '../sandbox/evidence.ts';
import type { RunEvent, Site } from '../timeline/events.ts';
import { type Crash, readCrashes } from './crash.ts';
import type { SiteKind } from './diagnosis.ts';
import { ownerOf, toSite, toWorkbookPath } from './place.ts';

type Sited = Extract<RunEvent, { site?: Site }>;

const EVENT_OF: Record<Exclude<SiteKind, 'throw'>, Sited['type']> = {
  wait: 'waits',
  start: 'spawned',
  exit: 'leaving',
};

/** The line of the learner's that matters in a run; `undefined` when nobody told of one. */
export function findLearnerSite(run: Evidence, kind: SiteKind): Site | undefined {
  return kind === 'throw' ? findThrowSite(run) : findEventSite(run, kind);
}

/** The innermost line of the learner's on the way to an uncaught error. */
export function siteOfCrash(crash: Crash): Site | undefined {
  const frame = crash.frames.find(({ path }) => ownerOf(path) === 'learner');
  if (frame !== undefined) {
    return toSite(frame);
  }

  // What is no error has no stack, but Node shows the line that threw it.
  return crash.place !== undefined && ownerOf(crash.place.path) === 'learner' ? toSite(crash.place) : undefined;
}

function findThrowSite(run: Evidence): Site | undefined {
  return readCrashes(run.stderr).flatMap((crash) => siteOfCrash(crash) ?? [])[0];
}

// Of many waits the last one matters: those before it were over. The scenario's own process comes before its descendants.
function findEventSite(run: Evidence, kind: Exclude<SiteKind, 'throw'>): Site | undefined {
  const events = run.events.filter(
    (event): event is Sited & { site: Site } =>
      event.type === EVENT_OF[kind] && 'site' in event && event.site !== undefined && isLearners(event.site),
  );
  const event = events.findLast(({ pid }) => pid === run.pid) ?? events.at(-1);
  return event && { ...event.site, file: toWorkbookPath(`/${event.site.file}`) };
}

export function isLearners(site: Site): boolean {
  return ownerOf(`/${site.file}`) === 'learner';
}
