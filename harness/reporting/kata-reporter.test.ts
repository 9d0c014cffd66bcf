import { expect, test } from 'vitest';
import { report, testFile } from './testing/report-on.ts';

const FAILING = testFile(`
let goOn = () => {};
const isOver = new Promise<void>((resolve) => { goOn = resolve; });
test('is over last', async () => { await isOver; });
test('is over first', () => { goOn(); });
test('waits for the child', () => throwing('no results', 'listened-too-late'));
test('is skipped', ({ skip }) => skip('not on this system'));
test('tells the signal', () => { expect([0], '[wrong-exit]').toEqual([1]); });
`);

const HEAD = `
05-join

  ✓ is over last
  ✓ is over first
  ✗ waits for the child
  · is skipped  skipped: not on this system
  ✗ tells the signal

✗ waits for the child

  expected  the right thing
  saw       no results

  The child had ended before anybody listened. Its 'exit' event comes once, and
  who begins to listen afterwards waits for ever. What the event said can still
  be read from the child.                                    [listened-too-late]

  next: npm run hint 05
`;

test('prints the tests in the order of the file, the first failure in full and the others by their diagnosis', async () => {
  expect(await report({ 'join.test.ts': FAILING })).toBe(`${HEAD}
Failing as well:

  ✗ tells the signal  [wrong-exit]

2 of 5 tests pass, 1 skipped.
again: npm test 05-join    all failures: npm test 05-join -- --all`);
});

test('prints every failure in full where that is wanted', async () => {
  expect(await report({ 'join.test.ts': FAILING }, { all: true })).toBe(`${HEAD}
✗ tells the signal

  expected  [1]
  saw       [0]

  The child ended in one way and the result says another. A process ends either
  with an exit code or by a signal, and the other of the two is null. Both are
  known only once it has ended; a code of 0 is an exit code like any other.
                                                                    [wrong-exit]

  next: npm run hint 05

2 of 5 tests pass, 1 skipped.
again: npm test 05-join`);
});

test('says once, and kindly, that nothing is written yet', async () => {
  const stub = (name: string) => `test('calls ${name}', ({ task }) => {
  task.meta.runs = [{ ...evidence, stderr: 'Error: ${name} is not written yet: npm run hint 05' }];
  throwing('nothing', 'listened-too-late');
});`;
  expect(await report({ 'join.test.ts': testFile(`${stub('join')}\n${stub('runAll')}`) })).toBe(`
05-join

  ✗ calls join
  ✗ calls runAll

2 of 2 tests fail for one reason: join and runAll are not written yet. That is
how every kata begins. The brief is katas/05-join/README.md; your code goes into
the stub beside it.
next: npm run hint 05`);
});

test('says what stands between the learner and the rest: the one part that is not written', async () => {
  const text = await report({
    'join.test.ts': testFile(`test('joins', () => {});
test('joins many', () => {});
test('gives up', () => { throw new Error('joinWithin is not written yet: npm run hint 05'); });`),
  });
  expect(text).toContain(`
1 of 3 tests fails for one reason: joinWithin is not written yet. The brief is
katas/05-join/README.md; your code goes into the stub beside it.
next: npm run hint 05`);
});

test('has little to say when all is well', async () => {
  expect(await report({ 'join.test.ts': testFile("test('joins', () => {});\ntest('joins many', () => {});") })).toBe(`
05-join

  ✓ joins
  ✓ joins many

All 2 tests pass.`);
});

test('a test file that cannot be loaded is told as a fault of the tests', async () => {
  const text = await report({ 'join.test.ts': testFile("throw new Error('no such thing');") });
  expect(text).toContain('✗ the test file could not be loaded\n\n  saw       no such thing\n');
  expect(text).toContain('[tests-could-not-run]');
  expect(text).toContain('\n  next: npm ci\n');
});

test('what tests count is told in the end: a thing whose tests all pass, one of which one fails, one that was not tried', async () => {
  const text = await report({
    'join.test.ts':
      testFile(`const counted = (how: string) => ({ meta: { counted: { of: 'promises of the manual', how } } });
test('waiting: it waits', counted('as they are'), () => {});
test('ending: it ends', counted('as they are'), () => {});
test('ending: it ends at once', counted('as they are'), () => throwing('it ended late', 'serial'));
test('leaving: it leaves', counted('in our way'), () => {});
test('joining: it joins', counted('in our way'), ({ skip }) => skip(true, 'nobody is here'));
test('is not counted', () => {});`),
  });
  expect(text).toContain(
    '4 of 6 tests pass, 1 skipped.\n1 of 4 promises of the manual hold as they are, 1 in our way, 1 not, 1 not tried.\n',
  );
});

test('what tests count is told where all pass, too', async () => {
  const text = await report({
    'join.test.ts':
      testFile(`const counted = { meta: { counted: { of: 'promises of the manual', how: 'as they are' } } };
test('waiting: it waits', counted, () => {});
test('waiting: it waits again', counted, () => {});`),
  });
  expect(text).toContain('All 2 tests pass.\n1 of 1 promises of the manual hold as they are.');
});

test('remarks of a test stand beside its name, also when it passes', async () => {
  const text = await report({
    'join.test.ts': testFile(`test('joins', async ({ annotate }) => {
  await annotate('7 switches; par is 2', 'remark');
  await annotate('for authors');
});`),
  });
  expect(text).toContain('\n  ✓ joins  7 switches; par is 2\n');
});
