import type { Evidence } from '../../sandbox/evidence.ts';
import type { Diagnosis } from '../diagnosis.ts';

/** Results were given while some of the children had not ended. */
export default {
  name: 'finished-in-race',
  precedence: 200,
  // More can be said than that the exits are wrong, which is all that the test saw.
  recognise: ({ error, runs }) => error.named === 'wrong-exit' && runs.some(wasOverTooEarly),
  why: 'The results were there when the first child had ended, and the others were still at work: their exits could not be known yet. "Wait for them" means until the last of them is over.',
  site: 'wait',
} satisfies Diagnosis;

function wasOverTooEarly({ events }: Evidence): boolean {
  const results = events.find((event) => event.type === 'mark' && event.name === 'results');
  return results?.type === 'mark' && Array.isArray(results.data) && results.data.some(isUnknownExit);
}

// A child that has not ended has neither a code nor a signal.
function isUnknownExit(exit: unknown): boolean {
  const { code, signal } = (exit ?? {}) as { code?: unknown; signal?: unknown };
  return (code ?? null) === null && (signal ?? null) === null;
}
