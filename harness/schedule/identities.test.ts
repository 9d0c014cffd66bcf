import { expect, test } from 'vitest';
import { startTicksOf, viewsOf, withoutIdentities } from './identities.ts';

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

test('where processes are alike there is a view for each way of saying who is who', () => {
  const identities = ['tony', 'kevin', 'c++'].map((name, index) => ({ name, pid: 42 + index, startTicks: undefined }));
  const views = viewsOf('/tmp/run-1', identities, true);
  expect(views.map(({ places, same }) => [places.join(''), same('42 43 44 tony kevin c++, 142')])).toEqual([
    ['012', '<tony> <kevin> <c++> tony kevin c++, 142'],
    ['021', '<tony> <c++> <kevin> tony c++ kevin, 142'],
    ['102', '<kevin> <tony> <c++> kevin tony c++, 142'],
    ['120', '<kevin> <c++> <tony> kevin c++ tony, 142'],
    ['201', '<c++> <tony> <kevin> c++ tony kevin, 142'],
    ['210', '<c++> <kevin> <tony> c++ kevin tony, 142'],
  ]);
  expect(viewsOf('/tmp/run-1', identities, false).map(({ places }) => places)).toEqual([[0, 1, 2]]);
});

test('a process that is not there began at no time', () => {
  expect(startTicksOf(0x7fff_ffff)).toBeUndefined();
});
