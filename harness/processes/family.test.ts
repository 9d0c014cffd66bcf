import { expect, test } from 'vitest';
import type { ProcessEntry } from './entry.ts';
import { ancestorsOf, childrenOf, descendantsOf } from './family.ts';

//  1 ── 10 ── 20 ── 30
//   │    └─── 21
//   └─ 11
const family = [entry(30, 20), entry(21, 10), entry(1, 0), entry(20, 10), entry(11, 1), entry(10, 1)];

function entry(pid: number, ppid: number): ProcessEntry {
  return { pid, ppid, group: 1, session: 1, state: 'S', startTime: 0, cpuMs: 0, name: '', identity: `${pid}` };
}

function pids(entries: readonly ProcessEntry[]): number[] {
  return entries.map(({ pid }) => pid);
}

test('children are those whose parent it is now', () => {
  expect(pids(childrenOf(family, 10)).sort()).toEqual([20, 21]);
  expect(childrenOf(family, 30)).toEqual([]);
});

test('descendants are children and their children, parents first', () => {
  const descendants = pids(descendantsOf(family, 1));
  expect(descendants.toSorted()).toEqual([10, 11, 20, 21, 30]);
  expect(descendants.indexOf(10)).toBeLessThan(descendants.indexOf(20));
  expect(descendants.indexOf(20)).toBeLessThan(descendants.indexOf(30));
  expect(descendantsOf(family, 30)).toEqual([]);
});

test('the descendants of a process that is not in the listing are found by its pid', () => {
  const withoutParent = family.filter(({ pid }) => pid !== 10);
  expect(pids(descendantsOf(withoutParent, 10)).sort()).toEqual([20, 21, 30]);
});

test('ancestors are its parent and the parents of that, the nearest first', () => {
  expect(pids(ancestorsOf(family, 30))).toEqual([20, 10, 1]);
  expect(ancestorsOf(family, 1)).toEqual([]);
  expect(ancestorsOf(family, 99)).toEqual([]);
});

test('ancestors end where the listing does', () => {
  const withoutGrandparent = family.filter(({ pid }) => pid !== 10);
  expect(pids(ancestorsOf(withoutGrandparent, 30))).toEqual([20]);
});

test('a kernel that is its own parent is neither its own child nor its own ancestor', () => {
  const kernel = [entry(0, 0), entry(1, 0)];
  expect(pids(childrenOf(kernel, 0))).toEqual([1]);
  expect(pids(descendantsOf(kernel, 0))).toEqual([1]);
  expect(ancestorsOf(kernel, 0)).toEqual([]);
  expect(pids(ancestorsOf(kernel, 1))).toEqual([0]);
});

test('a circle, which reused pids can make, is walked once', () => {
  const circle = [entry(5, 7), entry(6, 5), entry(7, 6)];
  expect(pids(descendantsOf(circle, 5))).toEqual([6, 7]);
  expect(pids(ancestorsOf(circle, 5))).toEqual([7, 6]);
  expect(pids(ancestorsOf([...circle, entry(8, 5)], 8))).toEqual([5, 7, 6]);
});
