import { describe, expect } from 'vitest';
import { processTable } from '../processes/table.ts';
import { entryInState, findEntry } from '../processes/testing/start-process.ts';
import { expectNothingLeft, test } from './testing/play.ts';

const table = processTable();

// After each of these tests the fixture looks at the whole machine: whatever the program did, nothing of it is left.
describe('a program that does not end', () => {
  test('and ignores every signal that can be ignored', async ({ play }) => {
    const run = await play('ignores-signals');
    await run.gate('never').reachedBy(1);
    await run.signal('SIGTERM');
    await run.signal('SIGINT');
    await run.close();
    expect(run.exit).toEqual({ code: null, signal: 'SIGKILL' });
    expect(run.evidence().ending).toBe('by the test');
  });

  test('and is stopped', async ({ play }) => {
    const run = await play('stops-itself');
    await run.mark('stopping');
    await entryInState(table, run.pid, 'T');
    await run.close();
    expect(run.exit).toEqual({ code: null, signal: 'SIGKILL' });
  });

  test('and keeps a zombie', async ({ play }) => {
    const run = await play('keeps-a-zombie.sh');
    const zombie = await findEntry(table, 'a zombie', ({ ppid, state }) => ppid === run.pid && state === 'Z');
    const members = (await run.processes()).map(({ pid }) => pid);
    expect(members).toContain(run.pid);
    expect(members).not.toContain(zombie.pid);
    await run.close();
  });

  test('and loops', async ({ play }) => {
    const run = await play('loops', { limits: { spinMs: 300 } });
    await run.mark('looping');
    await expect(run.ended()).rejects.toMatchObject({
      expected: 'the program to end',
      saw: 'it did not end; it did not come to an end, and was stopped',
      gaveUp: 'over time',
    });
    await run.close();
    expect(run.evidence()).toMatchObject({ ending: 'over time', doing: [{ pid: run.pid, state: 'R' }] });
  });

  test('and loops before its first line', async ({ play, sandbox }) => {
    const run = await play('loops-at-import', { limits: { spinMs: 600 } });
    await expect(run.mark('anything')).rejects.toMatchObject({ gaveUp: 'over time' });
    expect([run.wentTooFar, sandbox.wentTooFar]).toEqual([true, true]);
  });

  test('and keeps printing', async ({ play }) => {
    const run = await play('loops-and-prints', { limits: { wallMs: 1_500, restMs: 500 } });
    await expect(run.mark('anything')).rejects.toMatchObject({ gaveUp: 'over time' });
    expect(run.stdout.startsWith('still here\nstill here\n')).toBe(true);
  });

  test('and only waits', async ({ play, sandbox }) => {
    const run = await play('hangs', { limits: { restMs: 300 } });
    await run.mark('hanging');
    await expect(run.ended()).rejects.toMatchObject({
      saw: 'it did not end; for 0.3 s nothing more happened',
      gaveUp: 'at rest',
    });
    expect(run.evidence().doing).toMatchObject([{ pid: run.pid, state: 'S' }]);
    expect([run.wentTooFar, sandbox.wentTooFar]).toEqual([false, false]);
  });
});

describe('a program that starts processes without end', () => {
  test('fork-bomb: ended when there are too many at once', async ({ play }) => {
    const run = await play('fork-bomb');
    await expect(run.ended()).rejects.toMatchObject({
      saw: 'it did not end; it started more processes than any answer needs, and was stopped',
      gaveUp: 'over budget',
    });
    await run.close();
    expect(run.evidence()).toMatchObject({ ending: 'over budget', budget: 48 });
    expect(run.evidence().doing.length).toBeGreaterThan(48);
  });

  test('detached-fork-bomb: so are those who lead sessions of their own', async ({ play }) => {
    const run = await play('detached-fork-bomb', { limits: { processes: 12 } });
    await expect(run.ended()).rejects.toMatchObject({
      expected: 'all that the program started to end',
      saw: 'some went on; it started more processes than any answer needs, and was stopped',
    });
  });

  test('shell-bomb: a whole process group ends at once', async ({ play }) => {
    const run = await play('shell-bomb.sh', { limits: { processes: 12 } });
    await expect(run.ended()).rejects.toMatchObject({ gaveUp: 'over budget' });
  });

  test('one-after-another: ended when there were too many in all', async ({ play }) => {
    const run = await play('one-after-another', { limits: { births: 20 } });
    await expect(run.ended()).rejects.toMatchObject({ gaveUp: 'over budget' });
  });

  test('one-after-another.sh: ended in the end, though hardly ever seen', async ({ play }) => {
    const run = await play('one-after-another.sh', { limits: { wallMs: 1_500 } });
    await expect(run.ended()).rejects.toMatchObject({ gaveUp: 'over time' });
  });

  test('hops: one that is always gone when it is looked for', async ({ play }) => {
    const run = await play('hops.sh', { limits: { wallMs: 500 } });
    // Perhaps too many were seen before the time was over.
    await expect(run.ended()).rejects.toMatchObject({ gaveUp: expect.stringMatching(/^over (time|budget)$/) });
    await run.close();
    // One look could miss it.
    for (let look = 0; look < 20; look += 1) {
      await expectNothingLeft(run);
    }
  });
});

describe('a program that writes without end', () => {
  test('on its output', async ({ play }) => {
    const run = await play('prints-without-end.sh');
    await expect(run.ended()).rejects.toMatchObject({
      saw: 'it did not end; it printed without end, and was stopped',
      gaveUp: 'over output',
    });
  });

  test.for(['marks-without-end', 'marks-a-gigabyte.sh'])('into the journal: %s', async (name, { play }) => {
    const run = await play(name);
    await expect(run.ended()).rejects.toMatchObject({ gaveUp: 'over output' });
  });
});

describe('a program that harms its directory', () => {
  test('removes the one in which it stands', async ({ play }) => {
    const run = await play('deletes-its-directory');
    await run.mark('deleted');
    await run.gate('never').reachedBy(1);
    await run.close();
  });

  test('removes the sandbox’s own', async ({ play }) => {
    const run = await play('deletes-the-sandbox', { limits: { restMs: 300 } });
    await run.gate('go on').reachedBy(1);
    run.gate('go on').open();
    await expect(run.mark('never read')).rejects.toMatchObject({
      saw: expect.stringMatching(/^it did not happen; .* the program had removed the sandbox’s own directory/),
    });
    expect(() => run.gate('again').open()).toThrow(/removed the sandbox’s own directory/);
    expect(await run.processes()).toHaveLength(2);
    await run.close();
  });

  test('takes all permissions away', async ({ play }) => {
    const run = await play('closes-its-directory');
    await run.mark('closing');
    await run.close();
  });
});

describe('a program that ends before its first line', () => {
  test('by an error', async ({ play }) => {
    const run = await play('throws-at-import');
    await expect(run.mark('anything')).rejects.toMatchObject({
      saw: 'it did not happen; the run was over',
      gaveUp: 'run over',
    });
    await run.ended();
    expect(run.exit).toEqual({ code: 1, signal: null });
    expect(run.stderr).toContain('Error: thrown at import');
    expect(run.evidence().ending).toBe('by itself');
  });

  test('by exit()', async ({ play }) => {
    const run = await play('exits-at-import');
    await run.ended();
    expect(run.exit).toEqual({ code: 7, signal: null });
    expect(run.evidence().events.filter(({ type }) => type === 'leaving')).toMatchObject([{ code: 7, pid: run.pid }]);
  });
});
