import type { Exit } from '../events.ts';
import type { ProcessEnd } from '../timeline.ts';
import type { EventOf, Life } from './life.ts';

type Signalled = EventOf<'signalled'>;

/** Signals that do not end a process that never asked for them (signal(7)). */
const HARMLESS = new Set(['SIGSTOP', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU', 'SIGCONT', 'SIGCHLD', 'SIGURG', 'SIGWINCH', '0']);

/** More than a process needs between its last word and its end. One that is still there later did not get out. */
const LEAVING_MS = 250;

/**
 * When and how a process ended.
 * @returns `undefined` when it was alive at the last look
 */
export function findEnd(life: Life): { endedAt: number; end: ProcessEnd } | undefined {
  const deadly = findDeadlySignal(life);
  const end = findManner(life, deadly);
  const endedAt = end && findMoment(life, end, deadly);
  return end === undefined || endedAt === undefined ? undefined : { endedAt, end };
}

/** The signal that can have ended it: SIGKILL, which nobody outlives, or the last after which it did not speak. */
function findDeadlySignal({ signalled, told }: Life): Signalled | undefined {
  const lastWordAt = told.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  return (
    signalled.find(({ signal }) => signal === 'SIGKILL') ??
    signalled.findLast(({ signal, at }) => !HARMLESS.has(signal) && at >= lastWordAt)
  );
}

function findManner(life: Life, deadly: Signalled | undefined): ProcessEnd | undefined {
  const exit = life.gone.find((gone) => gone.exit !== undefined)?.exit;
  if (exit !== undefined) {
    return describeExit(exit, deadly);
  }

  const leaving = life.told.findLast((event) => event.type === 'leaving');
  if (leaving !== undefined && (deadly === undefined || deadly.at - leaving.at < LEAVING_MS)) {
    // The kernel keeps the low eight bits: exit(256) reports 0 (_exit(2)).
    return { kind: 'exit', code: leaving.code & 0xff };
  }

  const isGone = life.gone.length > 0;
  if (deadly !== undefined && (isGone || deadly.signal === 'SIGKILL')) {
    return describeExit({ code: null, signal: deadly.signal }, deadly);
  }

  if (!isGone) {
    return undefined;
  }

  // A Node process would have said that it leaves.
  return life.awake === undefined ? { kind: 'unknown' } : { kind: 'signal' };
}

function describeExit({ code, signal }: Exit, deadly: Signalled | undefined): ProcessEnd {
  if (code !== null) {
    return { kind: 'exit', code };
  }

  if (deadly?.by === 'sandbox') {
    return { kind: 'killed by the sandbox' };
  }

  return signal === null ? { kind: 'unknown' } : { kind: 'signal', signal };
}

/** The last word and SIGKILL are exact; `gone` comes late, since the process table is looked at only every 20 ms. */
function findMoment(life: Life, end: ProcessEnd, deadly: Signalled | undefined): number | undefined {
  const goneAt = life.gone[0]?.at;
  if (end.kind === 'exit') {
    const hasLeft = life.told.some(({ type }) => type === 'leaving');
    return hasLeft ? life.told.at(-1)?.at : goneAt;
  }

  // Other signals may have waited until the process was ready for them.
  return deadly?.signal === 'SIGKILL' ? Math.min(deadly.at, goneAt ?? deadly.at) : goneAt;
}
