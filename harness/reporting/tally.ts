import type { TestOutcome } from './outcome.ts';

/**
 * What a test counts towards: `test('test_lock: ...', { meta: { counted: { of: 'behaviours of CPython', how: 'as they are' } } }, ...)`.
 * What is counted is named by the test, up to its first colon. Several tests may share that name: all of them must pass then.
 */
export interface Counted {
  /** What is counted, in the plural. */
  of: string;
  /** In which way it holds when its tests pass; each way has a number of its own. */
  how: string;
}

/** A sentence for each kind of thing that tests count: `14 of 18 behaviours of CPython hold as they are, 4 as Node has them.` */
export function describeTallies(outcomes: readonly TestOutcome[]): string[] {
  const kinds = new Set(outcomes.flatMap(({ counted }) => (counted === undefined ? [] : [counted.of])));
  return [...kinds].map((of) => describeTally(of, statesOf(of, outcomes)));
}

type State = TestOutcome['state'];

/** What became of each thing that is counted: its worst test decides. */
function statesOf(of: string, outcomes: readonly TestOutcome[]): { how: string; state: State }[] {
  const things = new Map<string, { how: string; state: State }>();
  for (const { name, state, counted } of outcomes) {
    if (counted?.of === of) {
      const [thing = name] = name.split(':');
      const { how, state: before } = things.get(thing) ?? { ...counted, state };
      things.set(thing, { how, state: worse(before, state) });
    }
  }

  return [...things.values()];
}

function worse(one: State, other: State): State {
  const order: State[] = ['passed', 'skipped', 'failed'];
  return order.indexOf(one) < order.indexOf(other) ? other : one;
}

function describeTally(of: string, things: readonly { how: string; state: State }[]): string {
  const count = (state: State) => things.filter((thing) => thing.state === state).length;
  const ways = [...new Set(things.map(({ how }) => how))].map((how) => {
    const held = things.filter((thing) => thing.state === 'passed' && thing.how === how).length;
    return { held, how };
  });
  const [first, ...others] = ways;
  return `${[
    `${first?.held} of ${things.length} ${of} hold ${first?.how}`,
    ...others.map(({ held, how }) => `${held} ${how}`),
    ...(count('failed') > 0 ? [`${count('failed')} not`] : []),
    ...(count('skipped') > 0 ? [`${count('skipped')} not tried`] : []),
  ].join(', ')}.`;
}

declare module 'vitest' {
  interface TaskMeta {
    /** Given to tests that count towards something. */
    counted?: Counted;
  }
}
