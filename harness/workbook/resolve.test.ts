import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kata } from './katas.ts';
import { resolveKata } from './resolve.ts';
import { UsageError } from './usage-error.ts';

const kata = (id: string): Kata => {
  const name = id.replace(/^\d+-/, '');
  return {
    id,
    number: Number.parseInt(id, 10),
    name,
    title: name,
    directory: `/workbook/katas/${id}`,
    solution: `/workbook/solutions/${id}`,
    stub: `${name}.ts`,
    test: `${name}.test.ts`,
    firstFailure: undefined,
  };
};

const KATAS = ['01-create', '03-main-guard', '05-join', '06-identity', '13-mutex', '14-stale-lock', '15-office'].map(
  kata,
);

const complaint = (typed: string, katas = KATAS): string => {
  try {
    return `resolved to ${resolveKata(katas, typed).id}`;
  } catch (error) {
    return error instanceof UsageError ? error.message : `threw ${error}`;
  }
};

test.each([
  '5',
  '05',
  '005',
  ' 05 ',
  '05-join',
  '5-join',
  '05-j',
  'join',
  'Join',
  'jo',
  'katas/05-join',
  'katas/05-join/',
  './katas/05-join/join.ts',
  'katas/05-join/join.ts:14',
  'katas/05-join/scenarios/not-there.ts',
  '05-join/join.test.ts',
  '/workbook/katas/05-join/join.ts',
])('%j means 05-join', (typed) => {
  expect(resolveKata(KATAS, typed).id).toBe('05-join');
});

test('a name that is the start of another name still means its own kata', () => {
  const katas = ['13-mutex', '14-mutex-robust'].map(kata);
  expect(resolveKata(katas, 'mutex').id).toBe('13-mutex');
  expect(resolveKata(katas, 'mutex-').id).toBe('14-mutex-robust');
});

test('the start of several names is an error that lists all of them', () => {
  const katas = ['03-main-guard', '13-mutex', '14-map'].map(kata);
  expect(complaint('m', katas)).toBe(
    "'m' fits 3 katas: 03-main-guard, 13-mutex, 14-map.\nType more of the name, or the number.",
  );
});

test('a number that two katas have is an error that lists both', () => {
  expect(complaint('5', ['05-join', '05-merge'].map(kata))).toMatch("'5' fits 2 katas: 05-join, 05-merge.");
});

test('a number means no kata whose name begins with it', () => {
  expect(complaint('5', [kata('15-5-philosophers')])).toMatch("No kata fits '5'.");
});

test('a misspelt name is an error that shows the near ones and what is accepted', () => {
  expect(complaint('jion')).toBe(
    "No kata fits 'jion'.\nNear: 05-join.\nType a number (1), a name (create), or a path (katas/01-create/create.ts).\nnext: npm run list",
  );
  expect(complaint('mutx')).toMatch('Near: 13-mutex.');
  expect(complaint('lock')).toMatch('Near: 14-stale-lock.');
  expect(complaint('katas/5-join/jion.ts')).toMatch('Near: 05-join.');
});

test('a name that is near to none is an error that shows the first few', () => {
  expect(complaint('photosynthesis')).toMatch('There are 7: 01-create, 03-main-guard, 05-join, ...');
  expect(complaint('2')).toMatch("No kata fits '2'.\nThere are 7:");
  expect(complaint('')).toMatch('No kata was named.\n');
});

test('a path in another workbook, or beside the katas, is not taken for one in this', () => {
  const elsewhere = ['/other/katas/05-join/join.ts', 'katas/05-joinery/join.ts', 'solutions/05-join/join.ts'];
  for (const typed of [...elsewhere, 'katas', 'katas/', './', '/']) {
    expect(complaint(typed)).toMatch('No kata fits');
  }
});

test('a workbook without katas says so', () => {
  expect(complaint('05', [])).toBe('This workbook has no katas: the folder katas/ is empty or missing.');
});

const ids = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 1, max: 300 }), fc.stringMatching(/^[a-e]{1,4}(-[a-e]{1,3})?$/)),
  { selector: ([number]) => number, minLength: 1, maxLength: 30 },
);
const workbooks = ids.map((entries) =>
  entries.map(([number, name]) => kata(`${String(number).padStart(2, '0')}-${name}`)),
);

test('whatever number is typed, it never means a kata with another number', () => {
  fc.assert(
    fc.property(workbooks, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 3 }), (katas, number, zeros) => {
      const typed = '0'.repeat(zeros) + number;
      const expected = katas.find((found) => found.number === number)?.id;
      if (expected === undefined) expect(() => resolveKata(katas, typed)).toThrow(UsageError);
      else expect(resolveKata(katas, typed).id).toBe(expected);
    }),
  );
});

test('whatever is typed, the answer is a kata that it names, or a UsageError', () => {
  const typing = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[a-e0-9/-]{0,8}$/),
    fc.tuple(fc.nat(20), fc.stringMatching(/^[a-e-]{0,3}$/)).map(([number, rest]) => `${number}-${rest}`),
  );
  fc.assert(
    fc.property(workbooks, typing, (katas, typed) => {
      let found: Kata;
      try {
        found = resolveKata(katas, typed);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        return;
      }
      const wanted = typed.trim().toLowerCase();
      const [, number, start = wanted] = /^(\d+)(?:-(.*))?$/.exec(wanted) ?? [];
      if (wanted.includes('/')) expect(`katas/${wanted}`).toContain(found.id);
      else if (number === undefined) expect(found.name.startsWith(start)).toBe(true);
      else expect(found.number).toBe(Number(number));
    }),
  );
});

test('every kata is found by its id, its number and its files', () => {
  fc.assert(
    fc.property(workbooks, (katas) => {
      for (const one of katas) {
        for (const typed of [one.id, String(one.number), `katas/${one.id}/`, `${one.directory}/${one.stub}`]) {
          expect(resolveKata(katas, typed)).toBe(one);
        }
      }
    }),
  );
});
