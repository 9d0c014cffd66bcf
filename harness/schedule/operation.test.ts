import { expect, test } from 'vitest';
import { areDependent, type Operation } from './operation.ts';
import { mark, reading, writing } from './testing/model.ts';

const touching = (...touches: Operation['touches']): Operation => ({ name: 'an operation', touches });
const makes = (path: string, directory = '.') =>
  touching({ what: path, access: 'write' }, { what: `${directory}/*`, access: 'entry' });
const lists = (path: string) => touching({ what: path, access: 'read' }, { what: `${path}/*`, access: 'read' });
const sleep: Operation = { name: 'sleep', touches: [], until: 10 };

test.each([
  ['two writes of the same', writing('lock').operation, writing('lock').operation, true],
  ['a read and a write of the same', reading('lock').operation, writing('tickets', 'lock').operation, true],
  ['two reads of the same', reading('lock').operation, reading('lock').operation, false],
  ['writes of different files', writing('lock').operation, writing('tickets').operation, false],
  ['marks of the same section', mark('section').operation, mark('section').operation, true],
  ['marks of different sections', mark('kitchen').operation, mark('garden').operation, false],
  ['names of their own in one directory', makes('lock'), makes('lock.4711'), false],
  ['the same name in a directory', makes('lock'), makes('lock'), true],
  ['a name, and a list of all names', makes('lock'), lists('.'), true],
  ['a name in a directory, and the list of another', makes('east/lock', 'east'), lists('west'), false],
  ['a directory itself, and what is in it', makes('east'), reading('east/lock').operation, true],
  ['a directory, and one whose name begins alike', makes('east'), reading('eastern').operation, false],
  ['a sleep and anything else', sleep, reading('lock').operation, true],
])('%s: dependent or not, in either order', (_, one, other, expected) => {
  expect(areDependent(one, other)).toBe(expected);
  expect(areDependent(other, one)).toBe(expected);
});
