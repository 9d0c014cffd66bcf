import { expect, fc, forAny, type Run, test } from '#harness/test.ts';

test('the child spends its own money, and the parent still has 999', async ({ sandbox }) => {
  const run = await sandbox.play('spend');
  const { data } = await run.mark('money');
  const others = run.evidence().events.filter((event) => 'pid' in event && event.pid !== run.pid);
  expect({ 'a process was started': others.length > 0 }, 'no-child-process').toEqual({ 'a process was started': true });
  expect(data, 'copied-back').toMatchObject({ parent: 999 });
  expect(data, 'wrong-answer').toEqual({ child: 666, parent: 999 });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('every cell is a process of its own', async ({ sandbox }) => {
  const run = await sandbox.play('two-cells');
  const pids = await cellsOf(run);
  expect({ 'different processes': new Set(pids).size }, 'cells-share-a-process').toEqual({ 'different processes': 2 });
});

test('a cell keeps any number', async ({ sandbox }) => {
  // Adding 0 makes 0 of -0, which JSON does not know.
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
  const others = fc.array(number, { minLength: 1, maxLength: 3 });
  await forAny(
    // From 0, to 0, and to 0 from another one, whatever comes between.
    [others.map((list) => [0, ...list, 1, 0])],
    async (numbers) => {
      const run = await sandbox.play('any-number', { args: [JSON.stringify(numbers)] });
      expect((await run.mark('numbers')).data, 'number-changed').toEqual(numbers);
      expect(await run.ended()).toHaveExitedWith(0);
    },
    { runs: 1 },
  );
});

/** What each memory holds in the model: three variables that have nothing to do with each other. */
type Memories = Record<'here' | 'a' | 'b', number>;
/** What the real processes are to do, and what the model says that they answer. */
type Script = { steps: Step[]; answers: unknown[] };

/** Writes a value into a memory; without one, reads it. */
class Step implements fc.Command<Memories, Script> {
  readonly name: keyof Memories;
  readonly value: number | undefined;

  constructor(name: keyof Memories, value?: number) {
    this.name = name;
    this.value = value;
  }

  check(): boolean {
    return true;
  }

  run(model: Memories, { steps, answers }: Script): void {
    steps.push(this);
    answers.push(this.value === undefined ? model[this.name] : 'written');
    model[this.name] = this.value ?? model[this.name];
  }

  toString(): string {
    return this.value === undefined ? `read ${this.name}` : `write ${this.value} to ${this.name}`;
  }
}

test('whatever is read and written, every memory behaves as if it were alone', async ({ sandbox }) => {
  const name = fc.constantFrom<keyof Memories>('here', 'a', 'b');
  const write = fc.tuple(name, fc.integer({ min: 0, max: 999 })).map(([memory, value]) => new Step(memory, value));
  const read = name.map((memory) => new Step(memory));
  const commands = fc.commands([write, write, read], { maxCommands: 20, size: 'max', disableReplayLog: true });
  await forAny(
    [commands],
    async (list) => {
      const model: Memories = { here: 1, a: 2, b: 3 };
      const script: Script = { steps: [], answers: [] };
      fc.modelRun(() => ({ model, real: script }), list);

      const run = await sandbox.play('memories', { args: [JSON.stringify(script.steps)] });
      expect((await run.mark('answers')).data, 'memories-mixed-up').toEqual(script.answers);
      expect((await run.mark('in the end')).data, 'memories-mixed-up').toEqual(model);
      expect(await run.ended()).toHaveExitedWith(0);
    },
    { shrinks: 12 },
  );
});

test('answers to calls that overlap are not mixed up', async ({ sandbox }) => {
  const run = await sandbox.play('overlapping');
  const { data } = await run.mark('answers', { otherwise: 'answers-mixed-up' });
  expect(data, 'answers-mixed-up').toEqual({ a: [1, 3, 5], b: [2, 4] });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('a cell answers for itself: when its process is stopped nobody does, and other cells go on', async ({
  sandbox,
}) => {
  const run = await sandbox.play('two-cells');
  const [stopped] = await cellsOf(run);
  await run.signal('SIGSTOP', stopped);
  run.gate('ask').open();
  const { data } = await run.mark('the other answers', { otherwise: 'held-up-by-another-cell' });
  expect(answered(run), 'answered-for-the-cell').toEqual({ 'answered for it': [] });
  expect(data, 'memories-mixed-up').toBe(4);

  await run.signal('SIGCONT', stopped);
  await run.mark('both answered');
  expect(await run.ended()).toHaveExitedWith(0);
});

test('a cell whose process is killed rejects what is pending', async ({ sandbox }) => {
  const run = await sandbox.play('one-cell');
  const [killed] = await cellsOf(run);
  // Stopped first, so that it cannot answer before it is killed.
  await run.signal('SIGSTOP', killed);
  run.gate('ask').open();
  await run.mark('asked');
  await run.signal('SIGKILL', killed);
  const { data } = await run.mark('first outcome', { otherwise: 'waits-for-the-dead' });
  expect(data, 'answered-for-the-cell').toEqual({ get: 'rejected', set: 'rejected' });
});

test('a cell whose process was killed rejects all that follows', async ({ sandbox }) => {
  const run = await sandbox.play('one-cell');
  const [killed = 0] = await cellsOf(run);
  await run.signal('SIGKILL', killed);
  await run.gone(killed);
  run.gate('ask').open();
  for (const outcome of ['first outcome', 'second outcome']) {
    const { data } = await run.mark(outcome, { otherwise: 'waits-for-the-dead' });
    expect(data, 'answered-for-the-cell').toEqual({ get: 'rejected', set: 'rejected' });
  }

  expect(await run.ended()).toHaveExitedWith(0);
});

test('when a cell is closed its process is gone, and the others are not', async ({ sandbox }) => {
  const run = await sandbox.play('close');
  const { data } = await run.mark('closed');
  expect({ 'its process is': data }, 'closed-while-it-lives').toEqual({ 'its process is': 'gone' });
  expect((await run.mark('the other answers')).data, 'memories-mixed-up').toBe(2);
  expect(await run.ended()).toHaveExitedWith(0);
});

/** Waits until the cells of the scenario are open: their pids, which are those of living processes, and not the caller's. */
async function cellsOf(run: Run): Promise<number[]> {
  const pids = (await run.mark('cells')).data as number[];
  expect({ 'the caller itself': pids.filter((pid) => pid === run.pid) }, 'cell-in-the-caller').toEqual({
    'the caller itself': [],
  });
  const alive = new Set((await run.processes()).map(({ pid }) => pid));
  expect({ 'no process of this program': pids.filter((pid) => !alive.has(pid)) }, 'cell-without-a-process').toEqual({
    'no process of this program': [],
  });
  return pids;
}

/** What was answered up to now by the cell that is asked first. */
const answered = (run: Run) => ({ 'answered for it': run.marks('answered').map(({ data }) => data) });
