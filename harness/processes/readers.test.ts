import { describe, expect } from 'vitest';
import { monotonicNow } from './clock.ts';
import { isOver, type ProcessEntry, type ProcessTable } from './entry.ts';
import { cpuUnseenMs, readers, startEarlyMs } from './testing/readers.ts';
import { entriesAsleep, entryInState, findEntry, test } from './testing/start-process.ts';

// Every reader against what is known of a process because it was started here.
describe.each(readers)('the reader of $source', (table) => {
  test('shows a child with its parent, group, session, state and name', async ({ start }) => {
    const { pid } = await start('/bin/sleep', ['60']);
    const { group, session } = await ownEntry(table);
    expect(await entryInState(table, pid, 'S')).toMatchObject({
      pid,
      ppid: process.pid,
      group,
      session,
      name: 'sleep',
    });
  });

  test('shows when a process was started, on the clock of this one', async ({ start }) => {
    const before = monotonicNow();
    const { pid } = await start('/bin/sleep', ['60']);
    const after = monotonicNow();

    const { startTime } = await entryInState(table, pid, 'S');
    expect(startTime).toBeGreaterThan(before - startEarlyMs[table.source]);
    expect(startTime).toBeLessThan(after);
  });

  test('shows the processor time that a process has used', async () => {
    const unseenMs = cpuUnseenMs[table.source];
    // This one has seldom used so little that there would be nothing to see.
    while (ownCpuMs() < 2 * unseenMs) {}

    const before = ownCpuMs();
    const { cpuMs } = await ownEntry(table);
    expect(cpuMs).toBeGreaterThan(before - unseenMs);
    expect(cpuMs).toBeLessThanOrEqual(ownCpuMs());
  });

  test('shows a detached child as leader of a group and a session of its own', async ({ start }) => {
    const { pid } = await start('/bin/sleep', ['60'], { detached: true });
    const { session } = await ownEntry(table);
    const ownSession = session === undefined ? undefined : pid;
    expect(await entryInState(table, pid, 'S')).toMatchObject({ ppid: process.pid, group: pid, session: ownSession });
  });

  test('shows a stopped child as stopped, and as the same process when it goes on', async ({ start }) => {
    const { pid } = await start('/bin/sleep', ['60']);
    const before = await entryInState(table, pid, 'S');
    process.kill(pid, 'SIGSTOP');
    const stopped = await entryInState(table, pid, 'T');
    process.kill(pid, 'SIGCONT');
    const after = await entryInState(table, pid, 'S');

    expect(isOver(stopped)).toBe(false);
    expect([stopped.identity, after.identity]).toEqual([before.identity, before.identity]);
  });

  test('shows a zombie, and knows nothing more of it', async ({ start }) => {
    // The shell becomes a program that does not know of its child, and does not collect it.
    const { pid } = await start('/bin/sh', ['-c', ': & exec sleep 60'], { env: { TOKEN: 'x' } });
    const zombie = await findEntry(table, 'a zombie', (entry) => entry.ppid === pid && entry.state === 'Z');

    expect(isOver(zombie)).toBe(true);
    const details = await table.inspect([zombie.pid], 'TOKEN');
    expect(details).toEqual(new Map([[zombie.pid, { command: [], cwd: undefined, token: undefined }]]));
  });

  test('gives two processes two identities', async ({ start }) => {
    const pids = [(await start('/bin/sleep', ['60'])).pid, (await start('/bin/sleep', ['60'])).pid];
    const entries = [...(await entriesAsleep(table, pids)).values()];
    expect(new Set(entries.map(({ identity }) => identity)).size).toBe(2);
  });

  test('finds the token of a process, and not that of its arguments', async ({ start }) => {
    const argument = 'TOKEN=forged';
    const env = { MY_TOKEN: 'other', TOKEN: '/tmp/a b/c', TOKENS: 'others' };
    // Not /bin/sleep: macOS hides the environment of its own programs.
    const wait = ['-e', "console.log('ready'); setTimeout(() => {}, 60_000)", '--', argument];
    const withToken = await start(process.execPath, wait, { env });
    const withoutToken = await start(process.execPath, wait, { env: {} });
    await Promise.all([withToken.firstOutput, withoutToken.firstOutput]);

    const details = await table.inspect([withToken.pid, withoutToken.pid], 'TOKEN');
    expect(details.get(withToken.pid)?.token).toBe('/tmp/a b/c');
    expect(details.get(withoutToken.pid)).toMatchObject({ token: undefined });
    expect(details.get(withToken.pid)?.command.join(' ')).toBe([process.execPath, ...wait].join(' '));
  });

  test('leaves out a process that has gone since it was listed', async ({ start }) => {
    const gone = await start('/bin/sleep', ['60']);
    const alive = await start('/bin/sleep', ['60']);
    await entriesAsleep(table, [gone.pid, alive.pid]);
    await gone.end();

    const details = await table.inspect([gone.pid, alive.pid], 'TOKEN');
    expect([...details.keys()]).toEqual([alive.pid]);
    expect(await table.inspect([gone.pid], 'TOKEN')).toEqual(new Map());
    expect((await table.list()).map(({ pid }) => pid)).not.toContain(gone.pid);
  });

  test('has nothing to say when nothing is asked', async () => {
    expect(await table.inspect([], 'TOKEN')).toEqual(new Map());
  });
});

async function ownEntry(table: ProcessTable): Promise<ProcessEntry> {
  return findEntry(table, 'this process', ({ pid }) => pid === process.pid);
}

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
