import fc from 'fast-check';
import type { RunEvent } from '../events.ts';

const pid = fc.integer({ min: 1, max: 9 });
const at = fc.double({ min: 0, max: 500, noNaN: true });
/** Whatever a learner can call a thing: control characters, escapes, wide and combining characters, half of a pair. */
const name = fc.oneof(
  fc.constantFrom(
    'working',
    'sold',
    '持有鎖',
    'ガギグ',
    'a\u0301\u0302',
    '\u001b[31m',
    'two\nlines',
    '👩‍👩‍👧 🇨🇭',
    '\ud83d',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const told = { pid, ppid: pid, at };
const seen = { pid, at };

/** Any event at all, of few processes, so that they meet. */
export const anyEvent: fc.Arbitrary<RunEvent> = fc.oneof(
  fc.record({ type: fc.constant('awake'), ...told, program: name }),
  fc.record({ type: fc.constant('mark'), ...told, name }),
  fc.record({ type: fc.constant('gate-reached'), ...told, name }),
  fc.record({ type: fc.constant('gate-passed'), ...told, name }),
  fc.record({ type: fc.constant('time-sped-up'), ...told, factor: fc.constant(1000) }),
  fc.record({ type: fc.constant('spawned'), ...told, child: pid, command: name }),
  fc.record({ type: fc.constant('waits'), ...told, child: pid }),
  fc.record({ type: fc.constant('leaving'), ...told, code: fc.integer({ min: -1, max: 300 }) }),
  fc.record({ type: fc.constant('born'), ...seen, ppid: pid, startTime: at, command: name }),
  fc.record({ type: fc.constant('gone'), ...seen }),
  fc.record({ type: fc.constant('gone'), ...seen, exit: fc.record({ code: fc.constant(null), signal: name }) }),
  fc.record({ type: fc.constant('adopted'), ...seen, from: pid, by: pid }),
  fc.record({
    type: fc.constant('signalled'),
    ...seen,
    signal: fc.oneof(fc.constantFrom('SIGTERM', 'SIGKILL', 'SIGSTOP'), name),
    by: fc.constantFrom('test', 'sandbox'),
  }),
  fc.record({ type: fc.constant('gate-opened'), name, at }),
);

/** Few processes of which much is told, or a crowd in which each was started by an earlier one. */
export const anyEvents: fc.Arbitrary<RunEvent[]> = fc.oneof(
  fc.array(anyEvent, { maxLength: 120 }),
  fc.array(fc.nat(), { minLength: 20, maxLength: 47 }).map((parents) => parents.map(startAmong)),
);

function startAmong(choice: number, index: number): RunEvent {
  return {
    type: 'spawned',
    pid: 1 + (choice % (index + 1)),
    ppid: 0,
    child: index + 2,
    command: 'node x.ts',
    at: index,
  };
}
