import { describe, expect } from 'vitest';
import type { ProcessEntry } from './entry.ts';
import { procfsTable } from './procfs.ts';
import { psTable } from './ps.ts';
import { hasLsof, hasProcfs, startEarlyMs } from './testing/readers.ts';
import { entriesAsleep, entryInState, findEntry, type StartProcess, test } from './testing/start-process.ts';

// The two readers against each other, on a system that has both.
describe.runIf(hasProcfs)('procfs and ps agree', () => {
  test('on quiet processes of every kind', async ({ start }) => {
    const procfs = procfsTable();
    const pids = await startEveryKind(start);
    const [fromProcfs, fromPs] = [await procfs.list(), await psTable().list()].map((entries) =>
      entries.filter(({ pid }) => pids.includes(pid)).toSorted((a, b) => a.pid - b.pid),
    );

    expect(fromPs?.map(withoutTimes)).toEqual(fromProcfs?.map(withoutTimes));
    expect(fromPs).toHaveLength(pids.length);
    for (const [index, { startTime }] of (fromProcfs ?? []).entries()) {
      const difference = startTime - (fromPs?.[index]?.startTime ?? Number.NaN);
      expect(difference).toBeGreaterThan(-startEarlyMs.procfs);
      expect(difference).toBeLessThan(startEarlyMs.ps);
    }
  });

  test('on what they see in them', async ({ start, directory }) => {
    const pids = await startEveryKind(start, { cwd: directory, env: { TOKEN: 'x' } });
    const fromProcfs = await procfsTable().inspect(pids, 'TOKEN');
    const fromPs = await psTable().inspect(pids, 'TOKEN');

    for (const details of fromProcfs.values()) {
      // ps does not keep arguments apart.
      details.command = details.command.length === 0 ? [] : [details.command.join(' ')];
      details.cwd = hasLsof ? details.cwd : undefined;
    }
    expect(fromPs).toEqual(fromProcfs);
    expect(fromPs.size).toBe(pids.length);
  });

  test('on who is there, and who is whose parent', async () => {
    const [before, fromPs, after] = [
      byIdentity(await procfsTable().list()),
      new Map((await psTable().list()).map((entry) => [entry.pid, entry])),
      byIdentity(await procfsTable().list()),
    ];
    // Of all processes on the machine, those that were there the whole time and did not change.
    const settled = [...before.values()].filter(({ identity, ...entry }) => {
      const later = after.get(identity);
      return later?.ppid === entry.ppid && later.group === entry.group && later.session === entry.session;
    });

    const seen = settled.map(({ pid }) => fromPs.get(pid)).map((entry) => entry && familyOf(entry));
    expect(seen).toEqual(settled.map(familyOf));
    expect(seen).toContainEqual(expect.objectContaining({ pid: process.pid }));
  });
});

/** A Node process, detached, stopped and bare ones, and a zombie with its parent: all quiet. */
async function startEveryKind(start: StartProcess, options: Parameters<StartProcess>[2] = {}): Promise<number[]> {
  const table = procfsTable();
  const plain = await start(process.execPath, ['-e', "console.log('ready'); setTimeout(() => {}, 60_000)"], options);
  await plain.firstOutput;
  const detached = await start('/bin/sleep', ['60'], { ...options, detached: true });
  const stopped = await start('/bin/sleep', ['60'], options);
  const bare = await start('/bin/sleep', ['60'], { ...options, env: {} });
  const neglectful = await start('/bin/sh', ['-c', ': & exec sleep 60'], options);
  await entriesAsleep(table, [plain.pid, detached.pid, stopped.pid, bare.pid]);
  const zombie = await findEntry(table, 'a zombie', ({ ppid, state }) => ppid === neglectful.pid && state === 'Z');
  await findEntry(table, 'its parent at rest', ({ pid, name, state }) => {
    return pid === neglectful.pid && name === 'sleep' && state === 'S';
  });
  process.kill(stopped.pid, 'SIGSTOP');
  await entryInState(table, stopped.pid, 'T');
  return [plain.pid, detached.pid, stopped.pid, bare.pid, neglectful.pid, zombie.pid];
}

function withoutTimes({ pid, ppid, group, session, state, name }: ProcessEntry) {
  return { pid, ppid, group, session, state, name };
}

function familyOf({ pid, ppid, group, session }: ProcessEntry) {
  return { pid, ppid, group, session };
}

function byIdentity(entries: readonly ProcessEntry[]): Map<string, ProcessEntry> {
  return new Map(entries.map((entry) => [entry.identity, entry]));
}
