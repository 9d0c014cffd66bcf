import { describe, expect, test } from 'vitest';
import { collect, testFile } from './testing/report-on.ts';

test('keeps what became of every test, as plain data', async () => {
  const outcomes = await collect(
    {
      'join.test.ts': testFile(`
test('passes', () => {});
test('fails', ({ task }) => {
  task.meta.runs = [evidence];
  throwing('another', 'listened-too-late');
});
test('is skipped', ({ skip }) => skip('not on this system'));
`),
    },
    '05-join~serial',
  );
  const common = {
    kind: 'test',
    file: expect.stringMatching(/\/katas\/05-join~serial\/join\.test\.ts$/),
    folder: '05-join~serial',
  };
  // They run side by side: which is over first is chance.
  expect(outcomes.toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
    {
      ...common,
      name: 'fails',
      state: 'failed',
      durationMs: expect.any(Number),
      runs: [expect.objectContaining({ scenario: 'one', pid: 10 })],
      verdict: {
        diagnosis: 'listened-too-late',
        expected: 'the right thing',
        saw: 'another',
        why: expect.stringContaining('comes once'),
        pictures: [],
        next: 'npm run hint 05',
      },
    },
    { ...common, name: 'is skipped', state: 'skipped', durationMs: expect.any(Number), note: 'not on this system' },
    { ...common, name: 'passes', state: 'passed', durationMs: expect.any(Number) },
  ]);
});

test('tells when a test file could not be loaded, and when something failed outside every test', async () => {
  const outcomes = await collect({
    'join.test.ts': testFile("throw new Error('no such thing');"),
    'late.test.ts': testFile(`
test('is over before its timer', async () => {
  setTimeout(() => { throw new Error('too late'); }, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
});`),
  });
  const verdict = { diagnosis: 'tests-could-not-run', next: 'npm ci' };
  expect(outcomes.find(({ kind }) => kind === 'file')).toMatchObject({
    state: 'failed',
    name: 'the test file could not be loaded',
    verdict: { ...verdict, saw: expect.stringMatching(/^no such thing\nat .*join\.test\.ts:\d+:\d+$/) },
  });
  expect(outcomes.find(({ kind }) => kind === 'unhandled')).toMatchObject({
    state: 'failed',
    name: "an error outside every test during 'is over before its timer'",
    verdict: { ...verdict, saw: expect.stringMatching(/^too late\n/) },
  });
  expect(outcomes.filter(({ kind }) => kind === 'test')).toMatchObject([{ state: 'passed' }]);
});

describe('reads what an assertion expected and saw', () => {
  const ASSERTIONS: Readonly<Record<string, { expected?: string; saw?: string; diff?: string; diagnosis?: string }>> = {
    "expect(1, '[wrong-exit]').toBe(2)": { expected: '2', saw: '1', diagnosis: 'wrong-exit' },
    "expect('it is\\nlong').toBe('it is\\nshort')": { diff: '  it is\n- short\n+ long' },
    'expect([{ code: 1, signal: null }]).toEqual([{ code: 0, signal: null }])': {
      expected: '[{ code: 0, signal: null }]',
      saw: '[{ code: 1, signal: null }]',
    },
    "expect({ code: 'EPIPE', pid: 7 }).toMatchObject({ code: 'ENOENT' })": {
      expected: '{ code: "ENOENT" }',
      saw: '{ code: "EPIPE" }',
    },
    'expect(0.9).toBeLessThan(0.6)': { expected: 'less than 0.6', saw: '0.9' },
    'expect([7]).toContain(8)': { expected: 'to include 8', saw: '[ 7 ]' },
    'expect([7]).toHaveLength(2)': { expected: 'to have a length of 2', saw: '1' },
    "expect('').toBeTruthy()": { expected: 'truthy', saw: '""' },
    'expect(undefined).toBeDefined()': { expected: 'defined', saw: 'undefined' },
    'expect(null).not.toBeNull()': { expected: 'not to be null', saw: 'null' },
    'expect(Array.from({ length: 60 }, () => 7)).toEqual([])': { diff: expect.stringMatching(/^- \[\]\n\+ \[\n/) },
  };

  test('of every kind', async () => {
    const tests = Object.keys(ASSERTIONS).map(
      (assertion) => `test(${JSON.stringify(assertion)}, () => { ${assertion}; });`,
    );
    const outcomes = await collect({ 'join.test.ts': testFile(tests.join('\n')) });
    const seen = outcomes.map(({ name, verdict }) => {
      const { expected, saw, diff, diagnosis } = verdict ?? {};
      return [name, { ...(expected && { expected }), ...(saw && { saw }), ...(diff && { diff }), diagnosis }];
    });
    const right = Object.entries(ASSERTIONS).map(([name, said]) => [name, { diagnosis: 'unexplained', ...said }]);
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(right));
  });
});
