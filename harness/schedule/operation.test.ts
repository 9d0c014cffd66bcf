import { expect, test } from 'vitest';
import { areDependent, type Operation } from './operation.ts';
import { mark, reading, writing } from './testing/model.ts';

const sleep: Operation = { name: 'sleep', touches: [], until: 10 };

test.each([
  ['two writes of the same', writing('lock').operation, writing('lock').operation, true],
  ['a read and a write of the same', reading('lock').operation, writing('tickets', 'lock').operation, true],
  ['two reads of the same', reading('lock').operation, reading('lock').operation, false],
  ['writes of different files', writing('lock').operation, writing('tickets').operation, false],
  ['marks of the same section', mark('section').operation, mark('section').operation, true],
  ['marks of different sections', mark('kitchen').operation, mark('garden').operation, false],
  ['a sleep and anything else', sleep, reading('lock').operation, true],
])('%s: dependent or not, in either order', (_, one, other, expected) => {
  expect(areDependent(one, other)).toBe(expected);
  expect(areDependent(other, one)).toBe(expected);
});
