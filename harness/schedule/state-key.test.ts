import { expect, test } from 'vitest';
import { viewsOf } from './identities.ts';
import { type RunState, stateKey } from './state-key.ts';

const identities = ['tony', 'kevin'].map((name, index) => ({ name, pid: 42 + index, startTicks: undefined }));
const alike = viewsOf('/tmp/run-1', identities, true);
const asTheyAre = viewsOf('/tmp/run-1', identities, false);

/** One of the two, who has that pid, holds the lock and has entered; the other one stands before it. */
function heldBy(holder: number, more: Partial<RunState> = {}): RunState {
  const standing = [0, 1].map((process) => alike.map(() => (process === holder ? 'inside' : 'before')));
  return {
    standing,
    files: { lock: String(42 + holder), tickets: '1' },
    marks: [{ process: holder, mark: { name: 'enters', data: undefined } }],
    crashesLeft: 1,
    running: holder,
    ...more,
  };
}

test('states that differ in who is who are the same where processes are alike, and only there', () => {
  expect(stateKey(alike, heldBy(0))).toBe(stateKey(alike, heldBy(1)));
  expect(stateKey(asTheyAre, heldBy(0))).not.toBe(stateKey(asTheyAre, heldBy(1)));
});

test.for<[what: string, other: Partial<RunState>]>([
  ['who stands where', { standing: [0, 1].map(() => alike.map(() => 'inside')) }],
  ['what is in a file', { files: { lock: '42', tickets: '0' } }],
  ['whose the lock is', { files: { lock: '43', tickets: '1' } }],
  ['what is there', { files: { lock: '42', tickets: '1', more: '' } }],
  ['who made a mark', { marks: [{ process: 1, mark: { name: 'enters', data: undefined } }] }],
  ['what a mark says', { marks: [{ process: 0, mark: { name: 'enters', data: 1 } }] }],
  ['how many may be killed', { crashesLeft: 0 }],
  ['who goes on', { running: 1 }],
  ['that anybody may', { running: undefined }],
])('a state is told from another by %s', ([, other]) => {
  expect(stateKey(alike, heldBy(0, other))).not.toBe(stateKey(alike, heldBy(0)));
});

test('a name that was drawn is as good as another, and two of them are two', () => {
  const [one, other] = ['11111111-2222-4333-8444-555555555555', 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'];
  const holding = (...drawn: string[]) =>
    stateKey(alike, heldBy(0, { files: Object.fromEntries(drawn.map((name, index) => [`${index}.${name}`, name])) }));
  expect(holding(one, other)).toBe(holding(other, one));
  expect(holding(one, one)).not.toBe(holding(one, other));
});
