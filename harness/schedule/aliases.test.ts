import { expect, test } from 'vitest';
import { startTicksOf, withoutIdentities } from './aliases.ts';

test('what is another one in each run has the same name in all', () => {
  const runs = [
    withoutIdentities('/tmp/run-1', [{ name: 'tony', pid: 42, startTicks: '1000' }]),
    withoutIdentities('/tmp/run-2', [{ name: 'tony', pid: 4711, startTicks: '1042' }]),
  ];
  const texts = ['/tmp/run-1/lock 42.1000-abc, 421 tickets', '/tmp/run-2/lock 4711.1042-abc, 421 tickets'];
  const [one, other] = runs.map((same, run) => same(texts[run] ?? ''));
  expect(one).toBe('./lock <tony>.<start of tony>-abc, 421 tickets');
  expect(other).toBe(one);
});

test('two processes are told apart', () => {
  const same = withoutIdentities('/tmp/run-1', [
    { name: 'tony', pid: 42, startTicks: undefined },
    { name: 'kevin', pid: 43, startTicks: undefined },
  ]);
  expect([same('42'), same('43')]).toEqual(['<tony>', '<kevin>']);
});

test('a process that is not there began at no time', () => {
  expect(startTicksOf(0x7fff_ffff)).toBeUndefined();
});
