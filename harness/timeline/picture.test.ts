import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { RunEvent } from './events.ts';
import { buildTimeline } from './model.ts';
import { drawTimeline } from './picture.ts';
import { dedent } from './testing/dedent.ts';
import { begins, dies, explodes, leaves, MAIN, starts, tells } from './testing/story.ts';

const CHILDREN = [4711, 4712, 4713];
const gate = (type: 'gate-reached' | 'gate-passed', name: string) => ({ type, name });

const allAtOnce = buildTimeline(
  [
    ...begins(),
    ...CHILDREN.flatMap((pid, index) => [
      ...starts(pid, 1090 + 6 * index),
      tells(MAIN, 1110 + index, { type: 'waits', child: pid }),
      tells(pid, 1176 + 8 * index, gate('gate-reached', 'working')),
      tells(pid, 1250 + index, gate('gate-passed', 'working')),
      ...leaves(pid, 1270 + 7 * index),
    ]),
    ...leaves(MAIN, 1300),
  ],
  { main: MAIN },
);

const oneAfterTheOther = buildTimeline(
  [
    ...begins(),
    ...starts(4711, 1090),
    tells(MAIN, 1091, { type: 'waits', child: 4711 }),
    tells(4711, 1176, gate('gate-reached', 'working')),
    ...dies(MAIN, 3120, 'SIGKILL', 'sandbox'),
    ...dies(4711, 3120, 'SIGKILL', 'sandbox'),
  ],
  { main: MAIN },
);

const orphan = buildTimeline(
  [
    ...begins(),
    ...starts(4711, 1090),
    tells(MAIN, 1120, { type: 'mark', name: 'launched' }),
    ...leaves(MAIN, 1190),
    { type: 'adopted', pid: 4711, at: 1204, from: MAIN, by: 1 },
    tells(4711, 1310, { type: 'mark', name: 'printed' }, 1),
    ...leaves(4711, 1350, 0, 1),
  ],
  { main: MAIN },
);

const failures = buildTimeline(
  [
    ...begins(),
    ...CHILDREN.flatMap((pid, index) => [
      ...starts(pid, 1090 + 6 * index),
      tells(MAIN, 1110 + index, { type: 'waits', child: pid }),
      tells(pid, 1176 + 8 * index, { type: 'mark', name: 'ready' }),
    ]),
    ...leaves(4711, 1210, 3),
    tells(4712, 1192, gate('gate-reached', 'working')),
    ...dies(4712, 1240, 'SIGTERM', 'test'),
    ...leaves(4713, 1290),
    ...leaves(MAIN, 1310, 1),
  ],
  { main: MAIN },
);

const forkBomb = buildTimeline(explodes(), { main: MAIN });

test('shows children that run at once one below the other', () => {
  expect(drawTimeline(allAtOnce)).toBe(dedent`
    main     4710  ├──────────────────┬┬─┬╌ waits for 3 children ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌───┤
    child 1  4711                     ├──────────────────▒ working ▒▒▒▒▒─────┤
    child 2  4712                      ├──────────────────▒ working ▒▒▒▒▒─────┤
    child 3  4713                        ├──────────────────▒ working ▒▒▒───────┤
                   0                                                          300 ms
    ┬ starts a child   ╌ waits for a child   ▒ at a gate   ┤ exit code 0
  `);
  expect(drawTimeline(allAtOnce, { width: 40 })).toBe(dedent`
    main     4710  ├──────┬┬╌ 3 children ╌─┤
    child 1  4711         ├──────▒▒▒▒▒▒──┤
    child 2  4712          ├──────▒▒▒▒▒──┤
    child 3  4713          ├──────▒▒▒▒▒───┤
                   0                  300 ms
    ┬ starts a child   ╌ waits for a child
    ▒ at a gate (working)   ┤ exit code 0
  `);
  expect(drawTimeline(allAtOnce, { ascii: true })).toBe(dedent`
    main     4710  [------------------++-+. waits for 3 children ...............---]
    child 1  4711                     [------------------# working #####-----]
    child 2  4712                      [------------------# working #####-----]
    child 3  4713                        [------------------# working ###-------]
                   0                                                          300 ms
    + starts a child   . waits for a child   # at a gate   ] exit code 0
  `);
});

test('shows at which gate the run hung, that the sandbox ended it, and who never started', () => {
  const notStarted = ['child 2', 'child 3'];
  expect(drawTimeline(oneAfterTheOther, { notStarted })).toBe(dedent`
    main     4710  ├──┬╌ waits for child 1 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌✂
    child 1  4711     ├─▒ working ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒✂
    child 2        never started
    child 3        never started
                   0                                                           2.1 s
    ┬ starts a child   ╌ waits for a child   ▒ at a gate   ✂ killed by the sandbox
  `);
  expect(drawTimeline(oneAfterTheOther, { notStarted, width: 40 })).toBe(dedent`
    main     4710  ├┬╌ waits for child 1 ╌╌✂
    child 1  4711   ├▒ working ▒▒▒▒▒▒▒▒▒▒▒▒✂
    child 2        never started
    child 3        never started
                   0                   2.1 s
    ┬ starts a child   ╌ waits for a child
    ▒ at a gate   ✂ killed by the sandbox
  `);
  expect(drawTimeline(oneAfterTheOther, { notStarted, ascii: true })).toBe(dedent`
    main     4710  [--+. waits for child 1 ........................................X
    child 1  4711     [-# working #################################################X
    child 2        never started
    child 3        never started
                   0                                                           2.1 s
    + starts a child   . waits for a child   # at a gate   X killed by the sandbox
  `);
});

test('shows who took an orphan over, in the place under its first parent', () => {
  expect(drawTimeline(orphan)).toBe(dedent`
    main     4710  ├───────────────┬─────● launched ──┤
    child 1  4711                  ├──────────────────┊ adopted by pid 1 ───●──────┤
                   0                                                          350 ms
    ┬ starts a child   ● mark   ┊ its parent ended   ┤ exit code 0
  `);
  expect(drawTimeline(orphan, { ascii: true })).toBe(dedent`
    main     4710  [---------------+-----o launched --]
    child 1  4711                  [------------------: adopted by pid 1 ---o------]
                   0                                                          350 ms
    + starts a child   o mark   : its parent ended   ] exit code 0
  `);
});

test('shows the code of a child that failed and the signal that ended another', () => {
  expect(drawTimeline(failures)).toBe(dedent`
    main     4710  ├──────────────────┬┬┬─╌ waits for 3 children ╌╌╌╌╌╌╌╌╌╌ code 1 ✗
    child 1  4711                     ├───────── ready ●──────✗ code 3
    child 2  4712                      ├────────── ready ●─▒ working ▒✗ SIGTERM
    child 3  4713                       ├──────────────────● ready ────────────┤
                   0                                                          310 ms
    ┬ starts a child   ╌ waits for a child   ▒ at a gate   ● mark   ┤ exit code 0
    ✗ error code or signal
  `);
  expect(drawTimeline(failures, { width: 40, ascii: true })).toBe(dedent`
    main     4710  [------++....... code 1 x
    child 1  4711         [------o-x code 3
    child 2  4712         [-- SIGTERM x
    child 3  4713          [------o------]
                   0                  310 ms
    + starts a child   . waits for a child
    o mark   ] exit code 0
    x error code or signal
  `);
});

test('shows the first of many processes and counts the rest', () => {
  expect(drawTimeline(forkBomb)).toBe(dedent`
    main             4710  ├───────┬───────────────────────────────────────────────✂
    child 1          4711          ├─────────┬─────────────────────────────────────✂
    child 1.1        4713                    ├─────────┬───────────────────────────✂
    child 1.1.1      4717                              ├─────────┬─────────────────✂
    child 1.1.1.1    4725                                        ├─────────┬───────✂
    child 1.1.1.1.1  4741                                                  ├───────✂
    child 1.1.1.1.2  4742                                                  ├───────✂
    child 1.1.1.2    4726                                        ├─────────┬───────✂
    child 1.1.1.2.1  4743                                                  ├───────✂
    child 1.1.1.2.2  4744                                                  ├───────✂
    child 1.1.2      4718                              ├─────────┬─────────────────✂
    child 1.1.2.1    4727                                        ├─────────┬───────✂
    child 1.1.2.1.1  4745                                                  ├───────✂
    child 1.1.2.1.2  4746                                                  ├───────✂
    child 1.1.2.2    4728                                        ├─────────┬───────✂
                           … and 33 more processes
                           0                                                  500 ms
    ┬ starts a child   ✂ killed by the sandbox
  `);
});

test('shows lives that are shorter than a column', () => {
  const events = [
    ...begins(),
    ...starts(4711, 2000),
    tells(4711, 2072, { type: 'mark', name: 'begun' }),
    tells(4711, 2074, { type: 'mark', name: 'over' }),
    ...leaves(4711, 2080),
    ...starts(4712, 3000),
    tells(4712, 3080, { type: 'mark', name: 'early' }),
    tells(4712, 3500, { type: 'mark', name: 'late' }),
    ...leaves(4712, 3600),
    ...starts(4714, 9500),
    ...leaves(4714, 11_098, 2),
    ...starts(4713, 11_025),
    ...leaves(4713, 11_097, 13),
    ...leaves(MAIN, 11_100),
  ];
  expect(drawTimeline(buildTimeline(events, { main: MAIN }))).toBe(dedent`
    main     4710  ├─────┬──────┬────────────────────────────────────────┬────────┬┤
    child 1  4711        ├●┤ begun, over
    child 2  4712               ├●●┤ late
    child 3  4714                                                        ├─ code 2 ✗
    child 4  4713                                                         code 13 ├✗
                   0                                                            10 s
    ┬ starts a child   ● mark   ┤ exit code 0   ✗ error code or signal
  `);
});

test('shows who is still running, and an end that nobody saw', () => {
  const events = [
    ...begins(),
    tells(MAIN, 1090, { type: 'spawned', child: 4711, command: 'sh -c "sleep 1 & true"' }),
    { type: 'born', pid: 4712, ppid: 4711, startTime: 1090, at: 1112, command: 'sleep 1' },
    { type: 'gone', pid: 4711, at: 1152 },
    { type: 'adopted', pid: 4712, at: 1152, from: 4711, by: MAIN },
    ...starts(4713, 1160),
    { type: 'gone', pid: 4713, at: 1270 },
  ] satisfies RunEvent[];
  expect(drawTimeline(buildTimeline(events, { main: MAIN, endedAt: 1400 }))).toBe(dedent`
    main       4710  ├─────────────┬──────────┬────────────────────────────────────▸
    child 1    4711                ├─┬───────┘
    child 1.1  4712                  ├───────┊ adopted by main ────────────────────▸
    child 2    4713                           ├────────────────✗ killed
                     0                                                        400 ms
    ┬ starts a child   ┊ its parent ended   ✗ error code or signal
    ┘ ended, nobody saw how   ▸ still running
  `);
});

test('keeps wide characters in their columns, and leaves out what 7-bit cannot say', () => {
  const events = [
    ...begins(),
    ...starts(4711, 1090),
    tells(4711, 1170, { type: 'mark', name: '拿到锁' }),
    tells(4711, 1180, gate('gate-reached', '持有鎖\u001b[31m')),
    tells(4711, 1300, gate('gate-passed', '持有鎖\u001b[31m')),
    ...leaves(4711, 1320),
    ...leaves(MAIN, 1330),
  ];
  const timeline = buildTimeline(events, { main: MAIN });
  expect(drawTimeline(timeline)).toBe(dedent`
    main     4710  ├────────────────┬──────────────────────────────────────────────┤
    child 1  4711                   ├─────── 拿到锁 ●─▒ 持有鎖 ▒▒▒▒▒▒▒▒▒▒▒▒▒▒────┤
                   0                                                          330 ms
    ┬ starts a child   ▒ at a gate   ● mark   ┤ exit code 0
  `);
  expect(drawTimeline(timeline, { ascii: true })).toBe(dedent`
    main     4710  [----------------+----------------------------------------------]
    child 1  4711                   [---------------o-#######################----]
                   0                                                          330 ms
    + starts a child   # at a gate   o mark   ] exit code 0
  `);
});

test('shows a run of which nothing is known', () => {
  expect(drawTimeline(buildTimeline([], { main: MAIN }))).toBe(dedent`
    main  4710  ├──────────────────────────────────────────────────────────────────▸
                0 ms
    ▸ still running
  `);
});

test('colours without changing a character', () => {
  const coloured = drawTimeline(failures, { colour: true });
  expect(coloured).toContain('\u001b[31m✗ SIGTERM\u001b[39m');
  expect(stripVTControlCharacters(coloured)).toBe(drawTimeline(failures));
});

test('counts those who never started when they are many', () => {
  const notStarted = ['child 1', 'child 2', 'child 3', 'child 4', 'child 5', 'child 6'];
  const timeline = buildTimeline([...begins(), ...leaves(MAIN, 1080)], { main: MAIN });
  expect(drawTimeline(timeline, { notStarted })).toBe(dedent`
    main     4710  ├───────────────────────────────────────────────────────────────┤
    child 1        never started
    child 2        never started
    child 3        never started
                   … and 3 more that never started
                   0                                                           80 ms
    ┤ exit code 0
  `);
  expect(drawTimeline(timeline, { notStarted: notStarted.slice(0, 4) })).toBe(dedent`
    main     4710  ├───────────────────────────────────────────────────────────────┤
    child 1        never started
    child 2        never started
    child 3        never started
    child 4        never started
                   0                                                           80 ms
    ┤ exit code 0
  `);
});
