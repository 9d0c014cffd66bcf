import { expect, test } from 'vitest';
import { buildTimeline } from './model.ts';
import { drawTree } from './picture.ts';
import { dedent } from './testing/dedent.ts';
import { begins, explodes, MAIN, starts, tells } from './testing/story.ts';

const forkBomb = buildTimeline(explodes(), { main: MAIN });

test('shows the shape of a fork bomb and counts what it leaves out', () => {
  expect(drawTree(forkBomb)).toBe(dedent`
    main  4710  node scenario.ts
    ├─ 4711  node task.ts
    │  ├─ 4713  node task.ts
    │  │  ├─ 4717  node task.ts
    │  │  │  └─ … and 6 more like it
    │  │  └─ 4718  node task.ts
    │  │     └─ … and 6 more like it
    │  └─ 4714  node task.ts
    │     ├─ 4719  node task.ts
    │     │  └─ … and 6 more like it
    │     └─ 4720  node task.ts
    │        └─ … and 6 more like it
    └─ 4712  node task.ts
       ├─ 4715  node task.ts
       │  ├─ 4721  node task.ts
       │  │  └─ … and 3 more like it
       │  └─ … and 3 more like it
       └─ 4716  node task.ts
          └─ … and 6 more like it
    48 processes in 6 generations
  `);
  expect(drawTree(forkBomb, { ascii: true, width: 40 })).toBe(dedent`
    main  4710  node scenario.ts
    |- 4711  node task.ts
    |  |- 4713  node task.ts
    |  |  |- 4717  node task.ts
    |  |  |  \`- ... and 6 more like it
    |  |  \`- 4718  node task.ts
    |  |     \`- ... and 6 more like it
    |  \`- 4714  node task.ts
    |     |- 4719  node task.ts
    |     |  \`- ... and 6 more like it
    |     \`- 4720  node task.ts
    |        \`- ... and 6 more like it
    \`- 4712  node task.ts
       |- 4715  node task.ts
       |  |- 4721  node task.ts
       |  |  \`- ... and 3 more like it
       |  \`- ... and 3 more like it
       \`- 4716  node task.ts
          \`- ... and 6 more like it
    48 processes in 6 generations
  `);
});

test('shows some of many siblings, and of a long chain', () => {
  const pids = Array.from({ length: 20 }, (_, index) => MAIN + 1 + index);
  const broad = [...begins(), ...pids.flatMap((pid) => starts(pid, 900 + pid / 10))];
  expect(drawTree(buildTimeline(broad, { main: MAIN }))).toBe(dedent`
    main  4710  node scenario.ts
    ├─ 4711  node task.ts
    ├─ 4712  node task.ts
    ├─ 4713  node task.ts
    ├─ 4714  node task.ts
    └─ … and 16 more like it
    21 processes in 2 generations
  `);

  const deep = [...begins(), ...pids.flatMap((pid) => starts(pid, pid, [pid - 1, pid - 2]))];
  expect(drawTree(buildTimeline(deep, { main: MAIN }))).toBe(dedent`
    main  4710  node scenario.ts
    └─ 4711  node task.ts
       └─ 4712  node task.ts
          └─ 4713  node task.ts
             └─ 4714  node task.ts
                └─ 4715  node task.ts
                   └─ … and 15 more like it
    21 processes in 21 generations
  `);
});

test('names commands without folders and loaders, and shows orphans beside main', () => {
  const node = '/usr/local/bin/node --import file:///harness/typescript/register.mjs';
  const events = [
    ...begins(),
    tells(MAIN, 1100, {
      type: 'spawned',
      child: 4711,
      command: `${node} /home/li/my katas/03-main-guard/lottery.ts {"module":"file:///tmp/my%20katas/03/lottery.ts","name":"draw"}`,
    }),
    tells(MAIN, 1110, { type: 'spawned', child: 4712, command: '/bin/sh -c grep -r "x" /etc/passwd' }),
    tells(4790, 1300, { type: 'awake', program: '/tmp/run-task.ts' }, 1),
  ];
  expect(drawTree(buildTimeline(events, { main: MAIN }))).toBe(dedent`
    main  4710  node scenario.ts
    ├─ 4711  node lottery.ts {"module":"lottery.ts","name":"draw"}
    └─ 4712  sh -c grep -r "x" /etc/passwd
    orphan 1  4790  run-task.ts
  `);
});
