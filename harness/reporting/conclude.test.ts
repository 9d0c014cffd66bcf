import { expect, test } from 'vitest';
import type { Evidence } from '../sandbox/evidence.ts';
import type { RunEvent } from '../timeline/events.ts';
import { Catalogue, loadCatalogue } from './catalogue.ts';
import { conclude } from './conclude.ts';
import type { Diagnosis, TestEvidence } from './diagnosis.ts';
import { quietRun } from './testing/quiet-run.ts';

function seenWith(runs: Evidence[], error: Partial<TestEvidence['error']> = {}): TestEvidence {
  return { kata: '05-join', test: 'a test', error: { message: 'it failed', ...error }, runs };
}

const always = { recognise: () => true };
const unexplained: Diagnosis = { name: 'unexplained', why: 'Nobody knows.' };

function judge(seen: TestEvidence, ...diagnoses: Diagnosis[]): string {
  return conclude(seen, new Catalogue([...diagnoses, unexplained])).diagnosis;
}

test('what is recognised comes before what the test named, and that before nothing', () => {
  const named: Diagnosis = { name: 'named', why: '' };
  const sure: Diagnosis = { name: 'sure', why: '', ...always, precedence: 1 };
  const seen = seenWith([quietRun()], { named: 'named' });
  expect(judge(seen, named, sure)).toBe('sure');
  expect(judge(seen, named)).toBe('named');
  expect(judge(seenWith([quietRun()]), named)).toBe('unexplained');
});

test('one that yields leaves the word to the diagnosis named, and to nobody else', () => {
  const named: Diagnosis = { name: 'named', why: '', showsAsError: true };
  const other: Diagnosis = { name: 'other', why: '' };
  const shy: Diagnosis = {
    name: 'shy',
    why: '',
    ...always,
    precedence: 1,
    yields: (_seen, to) => to.showsAsError === true,
  };
  expect(judge(seenWith([], { named: 'named' }), named, other, shy)).toBe('named');
  expect(judge(seenWith([], { named: 'other' }), named, other, shy)).toBe('shy');
  expect(judge(seenWith([]), named, other, shy)).toBe('shy');
});

test('a name that nobody has explained does not hide the failure, and is told', () => {
  const verdict = conclude(seenWith([quietRun()], { named: 'waited-for-godot' }), new Catalogue([unexplained]));
  expect(verdict).toMatchObject({
    diagnosis: 'unexplained',
    saw: 'it failed',
    problem: "No file harness/reporting/diagnoses/waited-for-godot.ts explains 'waited-for-godot'.",
  });
});

test('draws the run that went wrong, and names the wait that was the last', async () => {
  const site = { file: 'katas/05-join~serial/join.ts', line: 9, function: 'join' };
  const events: RunEvent[] = [
    { type: 'awake', pid: 10, ppid: 1, at: 0, program: '/w/katas/05-join/scenarios/one.ts' },
    { type: 'spawned', pid: 10, ppid: 1, at: 5, child: 11, command: 'sleep 1' },
    { type: 'waits', pid: 10, ppid: 1, at: 6, child: 11, site: { ...site, line: 3 } },
    { type: 'spawned', pid: 10, ppid: 1, at: 7, child: 12, command: 'sleep 2' },
    { type: 'waits', pid: 10, ppid: 1, at: 8, child: 12, site },
    // A child of the answer's that waits for its own.
    { type: 'waits', pid: 12, ppid: 10, at: 9, child: 13, site: { ...site, line: 30 } },
  ];
  const stuck = quietRun({
    ending: 'by the test',
    events,
    doing: [{ pid: 10, ppid: 1, command: 'node one.ts', state: 'S', cpuMs: 40, ageMs: 90 }],
  });
  const seen = seenWith([stuck, quietRun()], {
    named: 'joined-before-all-started',
    expected: "4 processes at gate 'x' at once",
    saw: '2',
  });
  const { pictures, ...verdict } = conclude(seen, await loadCatalogue());
  expect(verdict).toEqual({
    diagnosis: 'joined-before-all-started',
    expected: "4 processes at gate 'x' at once",
    saw: '2',
    why: expect.stringContaining('before the next one is started'),
    site: { ...site, kind: 'wait', file: 'katas/05-join/join.ts' },
    next: 'npm run hint 05',
  });
  expect(pictures).toMatchObject([{ kind: 'timeline', notStarted: ['child 3', 'child 4'] }]);
  expect(pictures[0]?.timeline.processes.map(({ pid }) => pid)).toContain(12);
});

test('one process alone is no picture', async () => {
  const { pictures } = conclude(seenWith([quietRun()], { named: 'listened-too-late' }), await loadCatalogue());
  expect(pictures).toEqual([]);
});

test('is plain data', async () => {
  const verdict = conclude(seenWith([quietRun()], { named: 'listened-too-late' }), await loadCatalogue());
  expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
});

test('results given while a child has not ended are more than wrong', async () => {
  const early = quietRun({
    events: [
      {
        type: 'mark',
        pid: 10,
        ppid: 1,
        at: 1,
        name: 'results',
        data: [
          { code: 0, signal: null },
          { code: null, signal: null },
        ],
      },
    ],
  });
  const wrong = quietRun({
    events: [{ type: 'mark', pid: 10, ppid: 1, at: 1, name: 'results', data: [{ code: 1, signal: null }] }],
  });
  const catalogue = await loadCatalogue();
  expect(conclude(seenWith([early], { named: 'wrong-exit' }), catalogue).diagnosis).toBe('finished-in-race');
  expect(conclude(seenWith([wrong], { named: 'wrong-exit' }), catalogue).diagnosis).toBe('wrong-exit');
});

test('a program that ends in answer to a signal of the test has not ended by mistake', async () => {
  const events: RunEvent[] = [
    { type: 'awake', pid: 10, ppid: 1, at: 0, program: '/w/katas/10-daemon/scenarios/one.ts' },
    { type: 'mark', pid: 10, ppid: 1, at: 1, name: 'ready' },
    {
      type: 'leaving',
      pid: 10,
      ppid: 1,
      at: 9,
      code: 143,
      site: { file: 'katas/10-daemon/daemon.ts', line: 4, function: 'end' },
    },
  ];
  const catalogue = await loadCatalogue();
  expect(conclude(seenWith([quietRun({ events })]), catalogue).diagnosis).toBe('called-exit');
  const signalled: RunEvent = { type: 'signalled', pid: 10, at: 5, signal: 'SIGTERM', by: 'test' };
  expect(conclude(seenWith([quietRun({ events: [...events, signalled] })]), catalogue).diagnosis).toBe('unexplained');
});

test('a program may end itself where it is not imported', async () => {
  const events: RunEvent[] = [
    { type: 'awake', pid: 10, ppid: 1, at: 0, program: '/w/katas/03-main-guard/link.ts' },
    { type: 'leaving', pid: 10, ppid: 1, at: 9, code: 0, site: { file: 'katas/03-main-guard/lottery.ts', line: 4 } },
  ];
  expect(conclude(seenWith([quietRun({ events })]), await loadCatalogue()).diagnosis).toBe('unexplained');
});

test('a process that spins is the reason when it is the program itself, not when it is a child of the test', async () => {
  const spinning = (pid: number) =>
    quietRun({
      ending: 'over time',
      doing: [{ pid, ppid: 1, command: 'node', state: 'R', cpuMs: 2_600, ageMs: 3_000 }],
      events: [{ type: 'mark', pid: 10, ppid: 1, at: 1, name: 'begins' }],
    });
  const catalogue = await loadCatalogue();
  const error = { named: 'listened-too-late' };
  expect(conclude(seenWith([spinning(10)], error), catalogue).diagnosis).toBe('busy-loop');
  expect(conclude(seenWith([spinning(11)], error), catalogue).diagnosis).toBe('listened-too-late');
});

test('whoever has its time sped up looks all the time, and does not spin', async () => {
  const run = quietRun({
    ending: 'over time',
    doing: [{ pid: 10, ppid: 1, command: 'node', state: 'R', cpuMs: 2_600, ageMs: 3_000 }],
    events: [{ type: 'time-sped-up', pid: 10, ppid: 1, at: 1, factor: 1000 }],
  });
  const seen = seenWith([run], { named: 'killed-without-warning' });
  expect(conclude(seen, await loadCatalogue()).diagnosis).toBe('killed-without-warning');
});
