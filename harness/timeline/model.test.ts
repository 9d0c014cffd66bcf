import { expect, test } from 'vitest';
import type { RunEvent } from './events.ts';
import { buildTimeline, type TimelineOptions } from './model.ts';
import { begins, dies, leaves, MAIN, starts, tells } from './testing/story.ts';

/** The history of one process of a run; the first child unless told otherwise. */
function historyOf(events: readonly RunEvent[], label = 'child 1', options: Partial<TimelineOptions> = {}) {
  return buildTimeline([...begins(), ...events], { main: MAIN, ...options }).processes.find(
    (one) => one.label === label,
  );
}

const spawned = (at: number): RunEvent => tells(MAIN, at, { type: 'spawned', child: 4711, command: 'node task.ts' });
const born = (startTime: number): RunEvent => ({
  type: 'born',
  pid: 4711,
  ppid: MAIN,
  startTime,
  at: startTime + 15,
  command: 'node task.ts',
});
const awake = (at: number): RunEvent => tells(4711, at, { type: 'awake', program: '/task.ts' });

test.for([
  ["by its parent's word", [spawned(1093)], 1093],
  ['by the process table, whose times are rounded down', [born(1090)], 1100],
  ['by its own first word', [awake(1160)], 1160],
  ['by the word of a parent that waits for it', [tells(MAIN, 1094, { type: 'waits', child: 4711 })], 1094],
  ["by its parent's word rather than the others", [awake(1160), born(1090), spawned(1093)], 1093],
  ['by the process table when its parent was too busy to speak', [spawned(4000), born(1090), awake(1160)], 1100],
  ['by its own word when even that came first', [spawned(4000), awake(1160)], 1160],
] as const)('knows a birth %s', ([, events, bornAt]) => {
  const { processes } = buildTimeline([...begins(), ...events], { main: MAIN });
  expect(processes.map(({ label }) => label)).toEqual(['main', 'child 1']);
  expect(processes[1]).toMatchObject({ pid: 4711, ppid: MAIN, parent: 'main', bornAt });
});

test('lets start times of a coarser table be no better than they are', () => {
  const seenLate = { ...born(400), at: 1170 };
  expect(historyOf([seenLate, awake(1160)], 'child 1', { startTimeResolutionMs: 1000 })?.bornAt).toBe(1160);
});

test('takes the word of a birth that comes after the end for the same process', () => {
  const events = [born(1090), { type: 'gone', pid: 4711, at: 1200 } as const, spawned(3000)];
  const { processes } = buildTimeline([...begins(), ...events], { main: MAIN });
  expect(processes).toHaveLength(2);
  expect(processes[1]).toMatchObject({ bornAt: 1100, endedAt: 1200 });
});

test('takes a pid that was born again for another process', () => {
  const again: RunEvent[] = [spawned(1301), born(1300), awake(1370), ...leaves(4711, 1400, 2)];
  const events = [...begins(), spawned(1093), born(1090), awake(1160), ...leaves(4711, 1295, 1), ...again];
  const { processes } = buildTimeline(events, { main: MAIN });
  expect(processes.slice(1)).toMatchObject([
    { label: 'child 1', pid: 4711, bornAt: 1093, endedAt: 1295, end: { kind: 'exit', code: 1 } },
    { label: 'child 2', pid: 4711, bornAt: 1301, endedAt: 1400, end: { kind: 'exit', code: 2 } },
  ]);
});

test('tells two processes with one pid apart by what the sandbox alone saw, though it saw the first end late', () => {
  const events: RunEvent[] = [
    born(1090),
    born(1185),
    { type: 'gone', pid: 4711, at: 1200 },
    { type: 'gone', pid: 4711, at: 1400 },
  ];
  const { processes } = buildTimeline([...begins(), ...events], { main: MAIN });
  expect(processes.slice(1)).toMatchObject([
    { label: 'child 1', bornAt: 1100, endedAt: 1200 },
    { label: 'child 2', bornAt: 1195, endedAt: 1400 },
  ]);
});

test('lets the sandbox see the end of the process that it saw', () => {
  const unseen = [spawned(1093), awake(1160), tells(4711, 1200, { type: 'leaving', code: 0 })];
  const seen: RunEvent[] = [born(1300), { type: 'gone', pid: 4711, at: 1400 }];
  const { processes } = buildTimeline([...begins(), ...unseen, ...seen, spawned(1301)], { main: MAIN });
  expect(processes.slice(1)).toMatchObject([{ endedAt: 1200 }, { bornAt: 1301, endedAt: 1400 }]);
});

test('tells two processes with one pid apart by what they alone said', () => {
  const leaving = (at: number) => tells(4711, at, { type: 'leaving', code: 0 });
  const { processes } = buildTimeline([...begins(), awake(1160), leaving(1200), awake(1300), leaving(1350)], {
    main: MAIN,
  });
  expect(processes.slice(1)).toMatchObject([
    { label: 'child 1', bornAt: 1160, endedAt: 1200 },
    { label: 'child 2', bornAt: 1300, endedAt: 1350 },
  ]);
});

test('dates a parent that spoke late by its first child', () => {
  const child: RunEvent = { type: 'born', pid: 4712, ppid: 4711, startTime: 1100, at: 1120, command: 'sh' };
  expect(historyOf([awake(1160), child])?.bornAt).toBe(1110);
});

test('orders processes as a tree, siblings by age', () => {
  const events = [
    ...starts(4790, 1090),
    ...starts(4720, 1100),
    ...starts(4712, 1200, [4790, MAIN]),
    ...starts(4711, 1210, [4790, MAIN]),
    ...starts(4730, 1300, [4711, 4790]),
  ];
  const { processes } = buildTimeline([...events.toReversed(), ...begins()], { main: MAIN });
  expect(processes.map(({ label, pid, parent }) => [label, pid, parent])).toEqual([
    ['main', MAIN, undefined],
    ['child 1', 4790, 'main'],
    ['child 1.1', 4712, 'child 1'],
    ['child 1.2', 4711, 'child 1'],
    ['child 1.2.1', 4730, 'child 1.2'],
    ['child 2', 4720, 'main'],
  ]);
});

test('calls a process whose parent nobody knows an orphan', () => {
  expect(historyOf([tells(4711, 1200, { type: 'awake', program: '/task.ts' }, 1)], 'orphan 1')).toMatchObject({
    pid: 4711,
    ppid: 1,
    adoptions: [],
  });
});

test('keeps an adopted process under its first parent and dates the adoption by the end of that', () => {
  const events: RunEvent[] = [
    ...starts(4711, 1090),
    ...starts(4712, 1100, [4711, MAIN]),
    ...dies(4711, 1200, 'SIGKILL', 'test'),
    { type: 'adopted', pid: 4712, at: 1219, from: 4711, by: 1 },
  ];
  expect(historyOf(events, 'child 1.1')?.adoptions).toEqual([{ at: 1200, from: 4711, by: 1 }]);
});

test('sees an adoption by what the process says, and that of one that was never seen with its parent', () => {
  const mark = (at: number, ppid: number) => tells(4711, at, { type: 'mark', name: 'on' }, ppid);
  expect(historyOf([...starts(4711, 1090), mark(1200, MAIN), mark(1300, 1)])?.adoptions).toEqual([
    { at: 1300, from: MAIN, by: 1 },
  ]);
  expect(historyOf([spawned(1090), tells(4711, 1160, { type: 'awake', program: '/task.ts' }, 1)])?.adoptions).toEqual([
    { at: 1160, from: MAIN, by: 1 },
  ]);
});

test('leaves out that the sandbox made orphans when it ended the run', () => {
  const events: RunEvent[] = [
    ...starts(4711, 1090),
    ...dies(MAIN, 1200, 'SIGKILL', 'sandbox'),
    { type: 'adopted', pid: 4711, at: 1208, from: MAIN, by: 1 },
    ...dies(4711, 1202, 'SIGKILL', 'sandbox'),
  ];
  expect(historyOf(events)?.adoptions).toEqual([]);
});

test('does not give a process back to a parent that it left', () => {
  const lateLook: RunEvent = {
    type: 'born',
    pid: 4711,
    ppid: MAIN,
    startTime: 1090,
    at: 1170,
    command: 'node task.ts',
  };
  const events = [spawned(1093), tells(4711, 1165, { type: 'awake', program: '/task.ts' }, 1), lateLook];
  expect(historyOf(events)?.adoptions).toEqual([{ at: 1165, from: MAIN, by: 1 }]);
});

const gone = (at: number): RunEvent => ({ type: 'gone', pid: 4711, at });
const signalled = (at: number, signal: string, by: 'test' | 'sandbox' = 'test'): RunEvent => ({
  type: 'signalled',
  pid: 4711,
  at,
  signal,
  by,
});
const marked = (at: number): RunEvent => tells(4711, at, { type: 'mark', name: 'cleaned up' });

test.for([
  ['its own last word', leaves(4711, 1300), 1300, { kind: 'exit', code: 0 }],
  ['the code that its parent gets', leaves(4711, 1300, -1), 1300, { kind: 'exit', code: 255 }],
  ['marks made on the way out', [...leaves(4711, 1300), marked(1302)], 1302, { kind: 'exit', code: 0 }],
  ['a signal of the test', [signalled(1300, 'SIGTERM'), gone(1309)], 1309, { kind: 'signal', signal: 'SIGTERM' }],
  ['SIGKILL, to the point', [signalled(1300, 'SIGKILL'), gone(1319)], 1300, { kind: 'signal', signal: 'SIGKILL' }],
  [
    'clean-up after SIGTERM',
    [signalled(1300, 'SIGTERM'), marked(1310), ...leaves(4711, 1320)],
    1320,
    { kind: 'exit', code: 0 },
  ],
  [
    'the sandbox, after a SIGTERM that it outlived',
    [
      signalled(1300, 'SIGTERM'),
      marked(1310),
      signalled(2000, 'SIGSTOP', 'sandbox'),
      signalled(2001, 'SIGKILL', 'sandbox'),
    ],
    2001,
    { kind: 'killed by the sandbox' },
  ],
  [
    'the sandbox, when it hung on its way out',
    [...leaves(4711, 1300).slice(0, 1), signalled(3000, 'SIGKILL', 'sandbox'), gone(3010)],
    3000,
    { kind: 'killed by the sandbox' },
  ],
  ['a signal that nobody saw', [gone(1310)], 1310, { kind: 'signal' }],
  [
    'a signal after the one that it outlived',
    [signalled(1200, 'SIGTERM'), marked(1210), gone(1310)],
    1310,
    { kind: 'signal' },
  ],
  ['a signal that does not kill', [signalled(1200, 'SIGSTOP'), gone(1310)], 1310, { kind: 'signal' }],
  ['life', [signalled(1200, 'SIGTERM')], undefined, undefined],
] as const)('knows the end of a Node process by %s', ([, events, endedAt, end]) => {
  const history = historyOf([...starts(4711, 1090), ...events]);
  expect(history?.endedAt).toBe(endedAt);
  expect(history?.end).toEqual(end);
});

test('does not know how another program ended', () => {
  expect(historyOf([spawned(1093), gone(1310)])).toMatchObject({ endedAt: 1310, end: { kind: 'unknown' } });
});

test("believes the exit status of the scenario's own process", () => {
  const exit = { code: null, signal: 'SIGABRT' };
  expect(historyOf([{ type: 'gone', pid: MAIN, at: 1400, exit }], 'main')).toMatchObject({
    endedAt: 1400,
    end: { kind: 'signal', signal: 'SIGABRT' },
  });
  expect(
    historyOf(
      [
        tells(MAIN, 1390, { type: 'leaving', code: 0 }),
        { type: 'gone', pid: MAIN, at: 1400, exit: { code: 7, signal: null } },
      ],
      'main',
    ),
  ).toMatchObject({
    endedAt: 1390,
    end: { kind: 'exit', code: 7 },
  });
});

test('pairs arrivals at gates with passages', () => {
  const gate = (at: number, type: 'gate-reached' | 'gate-passed', name: string) => tells(4711, at, { type, name });
  const events = [
    ...starts(4711, 1090),
    gate(1200, 'gate-reached', 'one'),
    gate(1250, 'gate-passed', 'one'),
    gate(1300, 'gate-reached', 'two'),
    gate(1310, 'gate-reached', 'one'),
    gate(1320, 'gate-passed', 'two'),
  ];
  expect(historyOf(events)?.gates).toEqual([
    { name: 'one', from: 1200, to: 1250 },
    { name: 'two', from: 1300, to: 1320 },
    { name: 'one', from: 1310 },
  ]);
});

test('knows for whom a process waits, and until when', () => {
  const waits = (at: number, child: number) => tells(MAIN, at, { type: 'waits', child });
  const events = [
    ...starts(4711, 1090),
    ...starts(4712, 1100),
    // Listeners for 'exit' and 'close' are one wait.
    waits(1089, 4711),
    waits(1110, 4711),
    waits(1120, 4712),
    ...leaves(4711, 1300),
  ];
  expect(historyOf(events, 'main')?.waits).toEqual([
    { child: 'child 1', pid: 4711, from: 1089, to: 1300 },
    { child: 'child 2', pid: 4712, from: 1120 },
  ]);
  expect(historyOf([...events, ...leaves(MAIN, 1350)], 'main')?.waits[1]).toMatchObject({ from: 1120, to: 1350 });
  expect(historyOf([...events, waits(1400, 4711)], 'main')?.waits).toHaveLength(2);
});

test('spans the run from the first birth to the last death, or as long as it was watched', () => {
  const events = [...begins(), ...starts(4711, 1090), ...leaves(MAIN, 1200)];
  expect(buildTimeline([...events, ...leaves(4711, 1300)], { main: MAIN, endedAt: 9000 })).toMatchObject({
    from: 1000,
    to: 1300,
  });
  expect(buildTimeline(events, { main: MAIN, endedAt: 9000 })).toMatchObject({ from: 1000, to: 9000 });
  expect(buildTimeline(events, { main: MAIN })).toMatchObject({ from: 1000, to: 1214 });
});
