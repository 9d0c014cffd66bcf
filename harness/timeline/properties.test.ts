import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from './drawing/text.ts';
import { buildTimeline, type Timeline } from './model.ts';
import { drawTimeline, drawTree } from './picture.ts';
import { anyEvent, anyEvents } from './testing/arbitrary-events.ts';

const MAIN = 1;
const width = fc.integer({ min: 1, max: 120 });
const ascii = fc.boolean();
const notStarted = fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 });
const draw: readonly ((
  timeline: Timeline,
  options: { width: number; ascii: boolean; notStarted: string[] },
) => string)[] = [drawTimeline, drawTree];

test('draws any events within the width, in characters that take a known width', () => {
  fc.assert(
    fc.property(anyEvents, width, ascii, notStarted, (events, width, ascii, notStarted) => {
      const timeline = buildTimeline(events, { main: MAIN });
      for (const picture of draw.map((drawIt) => drawIt(timeline, { width, ascii, notStarted }))) {
        expect(Math.max(...picture.split('\n').map(widthOf))).toBeLessThanOrEqual(width);
        expect(picture).not.toMatch(/(?!\n)[\p{C}\p{Mn}\p{Me}]/u);
      }
    }),
  );
});

test('draws any events in 7 bits when asked', () => {
  fc.assert(
    fc.property(anyEvents, width, notStarted, (events, width, notStarted) => {
      const timeline = buildTimeline(events, { main: MAIN });
      for (const picture of draw.map((drawIt) => drawIt(timeline, { width, ascii: true, notStarted }))) {
        expect(picture).toMatch(/^[\n -~]*$/);
      }
    }),
  );
});

test('shows or counts every process in the picture', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const timeline = buildTimeline(events, { main: MAIN });
      const lines = drawTimeline(timeline, { width: 200 }).split('\n');
      const rows = timeline.processes.findIndex(({ label, pid }, index) => {
        const [, shownLabel, shownPid] = /^(\S+(?: \S+)?) +(\d+) /.exec(lines[index] ?? '') ?? [];
        return shownLabel !== label || shownPid !== `${pid}`;
      });
      const counted = /^ +… and (\d+) more processes$/.exec(lines[rows] ?? '')?.[1] ?? 0;
      expect(rows === -1 ? timeline.processes.length : rows + Number(counted)).toBe(timeline.processes.length);
    }),
  );
});

test('shows or counts every process in the tree', () => {
  fc.assert(
    fc.property(anyEvents, width, (events, width) => {
      const timeline = buildTimeline(events, { main: MAIN });
      const numbers = drawTree(timeline, { width: Math.max(60, width) })
        .split('\n')
        .filter((line) => !/^\d+ processes in \d+ generations$/.test(line))
        .map((line) => Number(/└─ … and (\d+) more/.exec(line)?.[1] ?? 1));
      expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(timeline.processes.length);
    }),
  );
});

test('knows every process that was heard of, each with a label of its own', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const { processes } = buildTimeline(events, { main: MAIN });
      const heardOf = events.flatMap((event) => {
        if (event.type === 'gate-opened' || event.type === 'gone' || event.type === 'signalled') {
          return [];
        }

        return event.type === 'spawned' || event.type === 'waits' ? [event.pid, event.child] : [event.pid];
      });
      expect(new Set(processes.map(({ pid }) => pid))).toEqual(new Set([MAIN, ...heardOf]));
      expect(new Set(processes.map(({ label }) => label)).size).toBe(processes.length);
      expect(processes[0]).toMatchObject({ pid: MAIN, label: 'main' });
    }),
  );
});

test('puts parents before their children, births before ends, and all within the run', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const { from, to, processes } = buildTimeline(events, { main: MAIN });
      for (const [index, { bornAt, endedAt = to, end, parent, ...rest }] of processes.entries()) {
        const earlier = processes.slice(0, index).find(({ label }) => label === parent);
        expect(earlier?.label).toBe(parent);
        expect([earlier?.bornAt ?? from, bornAt, endedAt, to]).toEqual(
          [earlier?.bornAt ?? from, bornAt, endedAt, to].toSorted((one, other) => one - other),
        );
        expect('endedAt' in rest).toBe(false);
        expect(end === undefined || endedAt <= to).toBe(true);
      }
    }),
  );
});

test('tells the same story in whatever order the events come', () => {
  const distinct = fc.uniqueArray(anyEvent, {
    maxLength: 30,
    selector: (event) => (event.type === 'born' ? Math.min(event.at, event.startTime) : event.at),
  });
  const shuffled = distinct.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(shuffled, ([events, others]) => {
      expect(buildTimeline(others, { main: MAIN })).toEqual(buildTimeline(events, { main: MAIN }));
    }),
  );
});
