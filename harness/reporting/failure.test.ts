import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShortfallError } from '../sandbox/shortfall.ts';
import { readFailure } from './failure.ts';

function thrownBy(statement: () => unknown): unknown {
  try {
    statement();
  } catch (error) {
    return error;
  }

  throw new Error('It did not throw.');
}

test('a failed wait says itself what was expected and seen, why it was given up, and what that means', () => {
  const shortfall = {
    expected: '3 at once',
    saw: '1',
    gaveUp: 'at rest',
    diagnosis: 'joined-before-all-started',
  } as const;
  expect(readFailure(new ShortfallError(shortfall))).toEqual({
    message: 'expected 3 at once, saw 1',
    expected: '3 at once',
    saw: '1',
    gaveUp: 'at rest',
    named: 'joined-before-all-started',
  });
});

test('a property shows the values for which it does not hold, with the way back to them, and what went wrong for them', () => {
  const isShort = fc.property(fc.nat(), (length) => {
    if (length > 3) throw new ShortfallError({ expected: 'at most 3', saw: `${length}`, diagnosis: 'too-long' });
  });
  expect(readFailure(thrownBy(() => fc.assert(isShort)))).toEqual({
    message: 'expected at most 3, saw 4',
    expected: 'at most 3',
    saw: '4',
    named: 'too-long',
    counterexample: expect.stringMatching(/^\[4\] {2}\(seed -?\d+, path "[\d:]+"\)$/),
  });
});

test('a test that ran out of time says so in our words', () => {
  const message =
    'Test timed out in 60000ms.\nIf this is a long-running test, pass a timeout value as the last argument.';
  expect(readFailure({ message })).toMatchObject({
    expected: 'the test to come to an end',
    saw: 'after 60 s it had not',
  });
});

test.each([
  [new Error('no process 7 in this run'), { message: 'no process 7 in this run' }],
  ['a text', { message: 'a text' }],
  [undefined, { message: 'undefined' }],
])('takes %s as it is', (error, failure) => {
  expect(readFailure(error)).toEqual(failure);
});
