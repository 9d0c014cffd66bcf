import fc from 'fast-check';
import { type Model, type Process, reading, type Standing, writing } from './model.ts';

/** What the processes of a random model share. */
export interface Memory {
  values: Record<string, number>;
  /** What each process read, in order. */
  seen: number[][];
}

type Kind = 'read' | 'write' | 'await' | 'acquire' | 'release' | 'sleep';

interface Step {
  kind: Kind;
  what: string;
}

/** Few enough that all schedules can be played. */
const MOST_STEPS = 7;

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom<Kind>('read', 'read', 'write', 'write', 'await', 'acquire', 'release', 'sleep'),
  what: fc.constantFrom('x', 'y'),
});

/** Small models of two or three processes that read, write, block and sleep; some come to a deadlock. */
export const arbitraryModel: fc.Arbitrary<Model<Memory>> = fc
  .array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 3 })
  .filter((processes) => processes.flat().length <= MOST_STEPS)
  .map((processes) => ({
    begin: () => ({ values: { x: 0, y: 0 }, seen: processes.map(() => []) }),
    processes: processes.map(processOf),
  }));

/** The same model, which says what its states are. */
export function withStates(model: Model<Memory>): Model<Memory> {
  return { ...model, stateOf: ({ values, seen }) => [values, seen] };
}

function processOf(steps: Step[], position: number): Process<Memory> {
  return function* (memory) {
    const seen = memory.seen[position] ?? [];
    for (const [index, { kind, what }] of steps.entries()) {
      yield standingBefore(kind, what, memory);
      if (kind === 'read') {
        seen.push(memory.values[what] ?? 0);
      } else if (kind === 'write') {
        // Another value for each that was read before, so that a lost update shows at the end.
        memory.values[what] = seen.reduce((sum, value) => sum * 31 + value, 10 * position + index + 1) % 1_000_003;
      } else if (kind === 'acquire' || kind === 'release') {
        memory.values[what] = kind === 'acquire' ? position + 1 : 0;
      }
    }
  };
}

function standingBefore(kind: Kind, what: string, { values }: Memory): Standing {
  switch (kind) {
    case 'read':
      return reading(what);
    case 'await':
      return { ...reading(what), isAble: () => values[what] !== 0 };
    case 'acquire':
      return { ...writing(what), isAble: () => values[what] === 0 };
    case 'sleep':
      return { operation: { name: 'sleep', touches: [], until: 1 } };
    default:
      return writing(what);
  }
}
