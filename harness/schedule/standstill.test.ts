import { expect, test } from 'vitest';
import type { Operation } from './operation.ts';
import type { ProcessEnd, Step } from './played.ts';
import type { SharedFiles } from './shared-files.ts';
import { standstill } from './standstill.ts';

const make: Operation = { name: 'mkdirSync', touches: [{ what: 'lock', access: 'write' }] };
const look: Operation = { name: 'readdirSync', touches: [{ what: 'lock', access: 'read' }] };
const sleep: Operation = { name: 'sleep', touches: [], until: 10 };
const waiting = (name: string): ProcessEnd => ({ name, pid: 1, state: 'waiting' });
const processes = [waiting('tony'), waiting('kevin')];

function steps(...list: [process: number, operation: Operation, files: SharedFiles][]): Step[] {
  return list.map(([process, operation, files]) => ({ process, operation, files, at: 0 }));
}

test('a run stands still when all who wait have looked once after the last change', () => {
  const there = { 'lock/': '' };
  const looks: [number, Operation, SharedFiles][] = [
    [1, look, there],
    [1, sleep, there],
  ];
  const run = steps([0, make, there], [0, look, there], [0, sleep, there], ...looks, [0, look, there], ...looks);
  expect(standstill({ steps: run, processes })).toBe(3);
});

test('to make what is there changes nothing', () => {
  const there = { 'lock/': '' };
  const round = [make, look, sleep].map((operation): [number, Operation, SharedFiles] => [0, operation, there]);
  const run = steps([1, make, there], [1, look, there], ...round, ...round, ...round);
  expect(standstill({ steps: run, processes })).toBe(3);
});

test('who makes no step any more is not waited for', () => {
  const there = { 'lock/': '' };
  expect(standstill({ steps: steps([0, look, {}], [0, sleep, {}], [1, make, there]), processes })).toBe(2);
});
