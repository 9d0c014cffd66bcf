import { constants } from 'node:os';
import { expect, fc, forAny, type Run, test } from '#harness/test.ts';

/** What the process table says of a process of the run: its own pid and its parent's. */
async function inTable(run: Run, pid: number): Promise<{ pid: number; ppid: number } | undefined> {
  const entry = (await run.processes()).find((one) => one.pid === pid);
  return entry && { pid, ppid: entry.ppid };
}

test('whoAmI tells the pid of this process and of its parent', async ({ sandbox }) => {
  const run = await sandbox.play('who');
  for (const role of ['parent', 'child']) {
    const { pid, data } = await run.mark(role);
    expect(data, 'wrong-identity').toEqual(await inTable(run, pid));
  }
});

test('whoAmI tells the new parent when the old one has ended', async ({ sandbox }) => {
  const run = await sandbox.play('who', { survivors: 1 });
  const { pid: child, data } = await run.mark('child');
  expect(data, 'wrong-identity').toEqual({ pid: child, ppid: run.pid });
  await run.signal('SIGKILL');
  await run.ended();
  const now = await inTable(run, child);
  run.gate('the parent is gone').open();
  expect((await run.mark('child later')).data, 'remembered-its-parent').toEqual(now);
});

test('a child is alive as soon as it was started', async ({ sandbox }) => {
  const run = await sandbox.play('alive');
  const { data } = await run.mark('just started');
  expect({ 'just started': data }, 'not-alive-yet').toEqual({ 'just started': true });
});

test('a child that was sent a signal is alive until it has ended', async ({ sandbox }) => {
  const run = await sandbox.play('alive');
  const { pid, isAlive } = (await run.mark('signalled')).data as { pid: number; isAlive: boolean };
  const isInTable = (await inTable(run, pid)) !== undefined;
  expect({ isAlive }, 'signal-taken-for-death').toEqual({ isAlive: isInTable });
});

test('a child that has ended is not alive, however it ended', async ({ sandbox }) => {
  const run = await sandbox.play('alive');
  await run.mark('signalled');
  run.gate('look').open();
  const { data } = await run.mark('over');
  expect(data, 'taken-for-alive').toEqual({
    'after a signal it ignored': false,
    'exit code 0': false,
    'exit code 1': false,
    killed: false,
  });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('exitCode is null while the child runs', async ({ sandbox }) => {
  const run = await sandbox.play('exits', { args: ['0', 'SIGTERM'] });
  expect((await run.mark('while they run')).data, 'has-a-code-while-it-runs').toEqual([null, null]);
});

test('exitCode is the code with which the child ended, any from 0 to 255', async ({ sandbox }) => {
  // What a shell makes of SIGTERM is 143: a code like others.
  const codes = fc.uniqueArray(fc.integer({ min: 1, max: 255 }), { minLength: 2, maxLength: 4 });
  await forAny(
    [codes.map((list) => [...new Set([0, 143, ...list])])],
    async (list) => {
      const run = await sandbox.play('exits', { args: list.map(String) });
      const { data } = await run.mark('when they are over');
      expect(data, 'wrong-exit-code').toEqual(Object.fromEntries(list.map((code) => [code, code])));
      expect((await run.mark('one that was never asked about')).data, 'wrong-exit-code').toBe(3);
      expect(await run.ended()).toHaveExitedWith(0);
    },
    { runs: 1 },
  );
});

test('exitCode is minus the number of the signal that ended the child', async ({ sandbox }) => {
  const signals = ['SIGTERM', 'SIGKILL', 'SIGINT', 'SIGUSR1'] as const;
  const run = await sandbox.play('exits', { args: signals });
  const { data } = await run.mark('when they are over');
  const lost = signals.filter((name) => (data as Record<string, number | null>)[name] === null);
  expect({ 'still null after': lost }, 'signal-lost').toEqual({ 'still null after': [] });
  expect(data, 'wrong-signal').toEqual(Object.fromEntries(signals.map((name) => [name, -constants.signals[name]])));
});

type Family = Record<'program' | 'parent' | 'childless' | 'strange', number>;

/** What childrenOf says of one of the family, and what the process table said before anybody was asked. */
async function askForChildren(run: Run, of: keyof Family) {
  const family = (await run.mark('family')).data as Family;
  const table = await run.processes();
  run.gate('look').open();
  const { data } = await run.mark(`children of ${of}`, { otherwise: 'rejects-when-there-are-none' });
  const answer = ascending(data as number[]);
  const children = ascending(table.filter(({ ppid }) => ppid === family[of]).map(({ pid }) => pid));
  return { family, answer, children, isKnown: (pid: number) => table.some((one) => one.pid === pid) };
}

const ascending = (pids: number[]) => [...pids].sort((one, other) => one - other);

test('childrenOf lists the children of a process, and not their children', async ({ sandbox }) => {
  const { family, answer, children, isKnown } = await askForChildren(await sandbox.play('family'), 'program');
  const descendants = answer.filter((pid) => isKnown(pid) && !children.includes(pid));
  expect({ 'no children of its own': descendants }, 'grandchildren-counted').toEqual({ 'no children of its own': [] });
  const isPlain = (pid: number) => pid === family.parent || pid === family.childless;
  expect({ children: answer.filter(isPlain) }, 'child-missed').toEqual({ children: children.filter(isPlain) });
});

test('childrenOf lists the children of any process', async ({ sandbox }) => {
  const { answer, children } = await askForChildren(await sandbox.play('family'), 'parent');
  expect({ children: answer }, 'child-missed').toEqual({ children });
});

test('childrenOf does not count whom it has started itself', async ({ sandbox }) => {
  const { answer, isKnown } = await askForChildren(await sandbox.play('family'), 'program');
  const helpers = answer.filter((pid) => !isKnown(pid));
  expect({ 'helpers listed': helpers }, 'counted-its-helper').toEqual({ 'helpers listed': [] });
});

test('childrenOf lists a child whatever the name of its program', async ({ sandbox }) => {
  const { family, answer } = await askForChildren(await sandbox.play('family'), 'program');
  const isListed = answer.includes(family.strange);
  expect({ 'the one called ) S 1 (': isListed }, 'name-taken-for-fields').toEqual({ 'the one called ) S 1 (': true });
});

test('childrenOf a process without children is an empty list', async ({ sandbox }) => {
  const run = await sandbox.play('family');
  const { answer } = await askForChildren(run, 'childless');
  expect({ children: answer }, 'rejects-when-there-are-none').toEqual({ children: [] });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('isRunning says yes of itself, of a child, and of one that is stopped', async ({ sandbox }) => {
  const run = await sandbox.play('running');
  const child = (await run.mark('child')).data as number;
  expect(await inTable(run, child)).toEqual({ pid: child, ppid: run.pid });
  run.gate('stopped').open();
  const { data } = await run.mark('answers');
  const all = { itself: true, 'a child': true, 'a child that is stopped': true };
  expect(data, 'running-taken-for-ended').toEqual(all);
});

test('isRunning says yes of a process that we may not send a signal to', async ({ sandbox }) => {
  const run = await sandbox.play('stranger');
  const { data } = await run.mark('answer', { otherwise: 'not-allowed-taken-for-ended' });
  expect({ isRunning: data }, 'not-allowed-taken-for-ended').toEqual({ isRunning: true });
});

test('isRunning says no of a zombie', async ({ sandbox }) => {
  const { data } = await (await childEnds(await sandbox.play('ended'))).mark('a zombie');
  expect({ isRunning: data }, 'zombie-taken-for-running').toEqual({ isRunning: false });
});

test('isRunning says no of a pid that is free', async ({ sandbox }) => {
  const run = await childEnds(await sandbox.play('ended'));
  const { data } = await run.mark('a free pid', { otherwise: 'free-pid-is-an-error' });
  expect({ isRunning: data }, 'free-pid-taken-for-running').toEqual({ isRunning: false });
  expect(await run.ended()).toHaveExitedWith(0);
});

/** Kills the child of the scenario, which stands still and does not get to know. */
async function childEnds(run: Run): Promise<Run> {
  const child = (await run.mark('child')).data as number;
  await run.gate('it has ended').reachedBy(1);
  await run.signal('SIGKILL', child);
  await run.gone(child);
  run.gate('it has ended').open();
  return run;
}
