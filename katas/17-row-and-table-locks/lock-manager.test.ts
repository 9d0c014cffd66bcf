import { expect, fc, forAny, type Schedules, test } from '#harness/test.ts';

/** So many schedules at most, those with the fewest preemptions first. */
const MANY = 80;
const SAMPLED = 20;
/** In a story nearly everybody waits for its turn: a few schedules show whatever there is. */
const FEW = 3;

type Oracle = Parameters<Schedules['meaning']>[0];
type Played = Parameters<Oracle>[0];
/** What a process locks, and tells when it goes in and out: a row of a table, or the table with all of its rows. */
type Wanted = [table: string, row?: string];
/** What somebody does when it is its turn (scenarios/story.ts). */
type Line = [who: string, does: 'locks' | 'asks' | 'visits' | 'releases' | 'releases again', ...what: Wanted];

const DIRECTORIES = { 'locks/': '', 'turn 0/': '' };

test('one row, one at a time: two processes, up to two preemptions', async ({ schedules }) => {
  const processes = section({ tony: [['seats', '1']], kevin: [['seats', '1']] });
  await schedules.explore('section', {
    ...processes,
    schedules: { preemptions: 2 },
    oracles: [nobodyBeside],
    mostRuns: MANY,
  });
});

test('one row, one at a time: three processes, some of their schedules', async ({ schedules }) => {
  const row: Wanted[] = [['seats', '1']];
  const processes = section({ tony: row, kevin: row, jason: row });
  await schedules.explore('section', { ...processes, schedules: { random: SAMPLED }, oracles: [nobodyBeside] });
});

test('one row, one at a time: two calls of one process, too', async ({ schedules }) => {
  const processes = [
    { name: 'tony', args: [['seats', '1'], 1] },
    { name: 'kevin', args: [['seats', '1'], 2] },
  ];
  const few = { schedules: { preemptions: 1 }, mostRuns: MANY } as const;
  await schedules.explore('relay', { processes, files: DIRECTORIES, ...few, oracles: [nobodyBeside] });
});

test('different rows of a table are held at the same time', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const oracles = [nobodyBeside, meaning(everyoneFinishes, { 'waits-for-ever': 'rows-take-turns' })];
  const story = tell(
    ['tony', 'locks', 'seats', '1'],
    ['kevin', 'locks', 'seats', '2'],
    ['kevin', 'locks', 'seats', '3'],
  );
  await schedules.explore('story', { ...story, oracles });
});

test('different rows are held at the same time also while somebody waits', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const oracles = [nobodyBeside, meaning(everyoneFinishes, { 'waits-for-ever': 'kept-out-by-one-who-waits' })];
  const story = tell(
    ['tony', 'locks', 'seats', '1'],
    ['kevin', 'asks', 'seats', '1'],
    ['tony', 'locks', 'seats', '2'],
    ['tony', 'releases', 'seats', '1'],
  );
  await schedules.explore('story', { ...story, oracles });
});

test('a table lock waits until the rows are free', async ({ schedules }) => {
  const story = tell(
    ['tony', 'locks', 'seats', '1'],
    ['kevin', 'asks', 'seats'],
    ['tony', 'releases', 'seats', '1'],
    ['kevin', 'releases', 'seats'],
    ['tony', 'locks', 'seats', '1'],
  );
  await schedules.explore('story', { ...story, oracles: [nobodyBeside] });
});

test('a row waits until the table is free', async ({ schedules }) => {
  const story = tell(
    ['tony', 'locks', 'seats', '1'],
    ['tony', 'releases', 'seats', '1'],
    ['kevin', 'locks', 'seats'],
    ['tony', 'asks', 'seats', '1'],
    ['kevin', 'releases', 'seats'],
  );
  await schedules.explore('story', { ...story, oracles: [nobodyBeside] });
});

test('a table lock excludes also the rows that nobody has locked before', async ({ schedules }) => {
  const { meaning } = schedules;
  const oracles = [meaning(nobodyBeside, { 'row-beside-its-table': 'new-row-beside-its-table' })];
  const story = tell(
    ['tony', 'locks', 'seats', '1'],
    ['tony', 'releases', 'seats', '1'],
    ['kevin', 'locks', 'seats'],
    ['tony', 'asks', 'seats', '2'],
    ['kevin', 'releases', 'seats'],
  );
  await schedules.explore('story', { ...story, oracles });
});

test('never a row beside its table: two processes, up to two preemptions', async ({ schedules }) => {
  const oracles = inAnyOrder(schedules, 'looked-then-registered');
  const processes = section({ tony: [['seats', '1']], kevin: [['seats']] });
  await schedules.explore('section', { ...processes, schedules: { preemptions: 2 }, oracles, mostRuns: MANY });
});

test('never a row beside its table: one row is given back, another is not', async ({ schedules }) => {
  const oracles = inAnyOrder(schedules, 'rows-miscounted');
  const processes = section({ tony: [['seats', '1'], ['seats']], kevin: [['seats', '2']] });
  const few = { schedules: { preemptions: 1 }, mostRuns: MANY } as const;
  await schedules.explore('section', { ...processes, ...few, oracles });
});

test('never a row beside its table: two rows and the table, some of their schedules', async ({ schedules }) => {
  const oracles = [nobodyBeside];
  const processes = section({ tony: [['seats', '1']], kevin: [['seats', '2']], jason: [['seats']] });
  await schedules.explore('section', { ...processes, schedules: { random: SAMPLED }, oracles });
});

test('one table lock at a time', async ({ schedules }) => {
  const processes = section({ tony: [['seats']], kevin: [['seats']] });
  await schedules.explore('section', {
    ...processes,
    schedules: { preemptions: 1 },
    oracles: [nobodyBeside],
    mostRuns: MANY,
  });
});

test('a row and its table come to their turns, time after time', async ({ schedules }) => {
  const oracles = inAnyOrder(schedules, 'looked-then-registered');
  const [row, table]: [Wanted, Wanted] = [['seats', '1'], ['seats']];
  const processes = section({ tony: [row, table], kevin: [table, row] });
  await schedules.explore('section', { ...processes, schedules: { preemptions: 1 }, oracles, mostRuns: MANY });
});

test('a table lock does not hinder other tables, nor their rows', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const oracles = [nobodyBeside, meaning(everyoneFinishes, { 'waits-for-ever': 'other-tables-kept-out' })];
  const story = tell(
    ['tony', 'locks', 'seats'],
    ['kevin', 'asks', 'seats'],
    ['kevin', 'locks', 'tickets'],
    ['kevin', 'locks', 'meals', '1'],
    ['tony', 'releases', 'seats'],
  );
  await schedules.explore('story', { ...story, oracles });
});

test('rows of the same name in different tables are held at the same time', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const oracles = [nobodyBeside, meaning(everyoneFinishes, { 'waits-for-ever': 'same-row-of-another-table' })];
  const story = tell(['tony', 'locks', 'seats', '1'], ['kevin', 'locks', 'tickets', '1']);
  await schedules.explore('story', { ...story, oracles });
});

test('a waiting table lock is not starved by new rows', async ({ schedules }) => {
  // At any moment a row is locked, unless rows have to wait behind the table.
  const round: Line[] = [
    ['tony', 'releases', 'seats', '1'],
    ['tony', 'asks', 'seats', '1'],
    ['kevin', 'releases', 'seats', '2'],
    ['kevin', 'asks', 'seats', '2'],
  ];
  const story = tell(
    ['tony', 'locks', 'seats', '1'],
    ['kevin', 'locks', 'seats', '2'],
    ['jason', 'visits', 'seats'],
    ...round,
    ...round,
  );
  await schedules.explore('story', { ...story, oracles: [nobodyBeside, tableComesBeforeRow(6)], freeRuns: 0 });
});

test('releasing one row frees no other', async ({ schedules }) => {
  const { meaning } = schedules;
  const oracles = [
    meaning(nobodyBeside, { 'two-inside': 'freed-another-row', 'table-beside-a-row': 'freed-another-row' }),
  ];
  for (const wanted of [['seats'], ['seats', '2']] satisfies Wanted[]) {
    const story = tell(
      ['tony', 'locks', 'seats', '1'],
      ['tony', 'locks', 'seats', '2'],
      ['kevin', 'locks', 'seats', '3'],
      ['tony', 'releases', 'seats', '1'],
      ['kevin', 'releases', 'seats', '3'],
      ['kevin', 'asks', ...wanted],
      ['tony', 'releases', 'seats', '2'],
    );
    await schedules.explore('story', { ...story, oracles });
  }
});

test('release twice is harmless: the second one frees no other lock', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const freed = { 'two-inside': 'second-release-freed-another', 'table-beside-a-row': 'second-release-freed-another' };
  const oracles = [
    meaning(nobodyBeside, freed),
    meaning(everyoneFinishes, { 'failed-in-a-schedule': 'second-release-fails' }),
  ];
  for (const wanted of [['seats', '1'], ['seats']] satisfies Wanted[]) {
    const story = tell(
      ['tony', 'locks', ...wanted],
      ['tony', 'releases', ...wanted],
      ['kevin', 'locks', ...wanted],
      ['tony', 'releases again', ...wanted],
      ['tony', 'asks', ...wanted],
      ['kevin', 'releases', ...wanted],
    );
    await schedules.explore('story', { ...story, oracles });
  }
});

const LONG = '席'.repeat(199);

/** Two rows each. */
const ALIKE: [Wanted, Wanted][] = [
  [
    ['seats', '1/2'],
    ['seats/1', '2'],
  ],
  [
    ['seats', '..'],
    ['seats', '.'],
  ],
  [
    ['../seats', ''],
    ['', 'seats'],
  ],
  [
    ['seats', 'A'],
    ['seats', 'a'],
  ],
  [
    ['seats', 'a b'],
    ['seats', 'a*b'],
  ],
];
const LONG_AND_ALIKE: [Wanted, Wanted][] = [
  [
    ['seats', `${LONG}一`],
    ['seats', `${LONG}二`],
  ],
  [
    [`${LONG}一`, '1'],
    [`${LONG}二`, '1'],
  ],
];

test('any text is a name: slashes, dots, capital letters', async ({ schedules }) => {
  const { inTheEnd } = schedules;
  const nothingElsewhere = inTheEnd('nothing outside of the directory', 'name-taken-for-a-path', (files) => {
    // The scenario makes a directory for each turn.
    const strange = Object.keys(files).filter((file) => !/^(locks|turn \d+)\//.test(file));
    return strange.length === 0 ? undefined : `there is ${strange.join(' and ')}`;
  });
  for (const [one, other] of ALIKE) {
    const story = tell(['tony', 'locks', ...one], ['tony', 'locks', ...other]);
    await schedules.explore('story', { ...story, oracles: [nothingElsewhere, ofNames(schedules)] });
  }
});

test('any text is a name: 200 Chinese characters', async ({ schedules }) => {
  for (const [one, other] of LONG_AND_ALIKE) {
    const story = tell(['tony', 'locks', ...one], ['tony', 'locks', ...other]);
    await schedules.explore('story', { ...story, oracles: [noNameTooLong, ofNames(schedules)] });
  }
});

test('for any two names: two rows are two locks, and each is one', async ({ schedules }) => {
  const name = fc.string({ unit: 'grapheme', maxLength: 200 });
  const rows = fc.tuple(name, name, name, name);
  await forAny([rows], async ([table, row, otherTable, otherRow]) => {
    const one: Wanted = [table, row];
    const other: Wanted = table === otherTable && row === otherRow ? [table, `${row} `] : [otherTable, otherRow];
    const story = tell(
      ['tony', 'locks', ...one],
      ['kevin', 'locks', ...other],
      ['kevin', 'asks', ...one],
      ['kevin', 'asks', table],
    );
    await schedules.explore('story', { ...story, oracles: [nobodyBeside, ofNames(schedules)], mostRuns: 2 });
  });
});

test('without any control too: nobody meets anybody', async ({ sandbox }) => {
  const run = await sandbox.play('rush');
  await run.gate('all are there').reachedBy(3);
  run.gate('all are there').open();
  const exits = await run.mark('exits', { otherwise: 'waits-for-ever' });
  const inAndOut = run.marks().filter(({ name }) => name === 'enters' || name === 'leaves');
  const meeting = firstMeeting(
    inAndOut.map(({ name, pid, data }) => ({ enters: name === 'enters', who: String(pid), wanted: data as Wanted })),
  );
  expect({ seen: meeting?.saw }, meeting?.diagnosis).toEqual({ seen: undefined });
  expect({ 'exit status': exits.data }, 'failed-among-others').toEqual({ 'exit status': [0, 0, 0] });
  expect(await run.ended()).toHaveExitedWith(0);
});

/** Who goes into the section of which locks, in turn. */
function section(all: Record<string, Wanted[]>) {
  return {
    files: DIRECTORIES,
    processes: Object.entries(all).map(([name, wanted]) => ({ name, args: [wanted] })),
  };
}

/** The story of these lines. */
function tell(...lines: Line[]) {
  const deeds = lines.map(([who, does, ...what], position) => ({ who, turn: position + 1, does, what }));
  const names = [...new Set(lines.map(([who]) => who))];
  return {
    files: DIRECTORIES,
    processes: names.map((name) => ({ name, args: [deeds.filter(({ who }) => who === name), lines.length] })),
    schedules: { preemptions: 1 },
    mostRuns: FEW,
    freeRuns: 3,
  };
}

/** Of a row and its table that come in any order. */
function inAnyOrder({ meaning, everyoneFinishes }: Schedules, diagnosis: string): Oracle[] {
  return [
    meaning(nobodyBeside, { 'row-beside-its-table': diagnosis, 'table-beside-a-row': diagnosis }),
    meaning(everyoneFinishes, { 'waits-for-ever': 'row-and-table-in-a-circle' }),
  ];
}

/** Where what goes wrong is due to the names. */
function ofNames({ meaning, everyoneFinishes }: Schedules): Oracle {
  return meaning(everyoneFinishes, {
    'waits-for-ever': 'names-collide',
    'failed-in-a-schedule': 'name-taken-for-a-path',
  });
}

/** Never a process in a row beside another one in it, nor in a table beside another one in a row of it. */
function nobodyBeside(played: Played) {
  return firstMeeting(visitsOf(played));
}

interface Visit {
  /** Or leaves. */
  enters: boolean;
  who: string | undefined;
  wanted: Wanted;
  step?: number;
}

function firstMeeting(visits: readonly Visit[]) {
  const inside: Visit[] = [];
  for (const visit of visits) {
    const { enters, who, wanted, step = 0 } = visit;
    const beside = inside.find((one) => haveCommonRows(one.wanted, wanted));
    if (enters && beside !== undefined) {
      return {
        diagnosis: beside.who === who ? 'taken-twice-by-one-process' : diagnosisOf(wanted, beside.wanted),
        expected: `nobody in ${nameOf(wanted)} while somebody is in ${nameOf(beside.wanted)}`,
        saw: `${who} entered ${nameOf(wanted)} while ${beside.who} was in ${nameOf(beside.wanted)}`,
        step,
      };
    }

    if (enters) {
      inside.push(visit);
    } else {
      const own = inside.findIndex((one) => one.who === who && String(one.wanted) === String(wanted));
      inside.splice(own, 1);
    }
  }

  return undefined;
}

/** The table is entered before rows are for the last time. */
function tableComesBeforeRow(last: number): Oracle {
  return (played) => {
    const entered = visitsOf(played).filter(({ enters }) => enters);
    const rows = entered.slice(0, last);
    return rows.length < last || rows.some(({ wanted: [, row] }) => row === undefined)
      ? undefined
      : {
          diagnosis: 'table-starves',
          expected: 'the table to be locked before rows that were asked for later',
          saw: `while it waited, rows were locked ${last - 2} times`,
          step: rows[last - 1]?.step ?? 0,
        };
  };
}

/** Who goes in and out of what. */
function visitsOf({ steps, processes }: Played): (Visit & { step: number })[] {
  return steps.flatMap(({ operation: { mark }, process }, step) =>
    mark === undefined
      ? []
      : [{ enters: mark.name === 'enters', who: processes[process]?.name, wanted: mark.data as Wanted, step }],
  );
}

function noNameTooLong({ processes }: Played) {
  const failed = processes.find(({ error }) => error?.code === 'ENAMETOOLONG');
  const saw = `${failed?.name} failed: ENAMETOOLONG, name too long`;
  return failed && { diagnosis: 'name-too-long', expected: 'a lock for a name of 200 characters', saw };
}

function haveCommonRows([table, row]: Wanted, [otherTable, otherRow]: Wanted): boolean {
  return table === otherTable && (row === otherRow || row === undefined || otherRow === undefined);
}

function diagnosisOf([, entered]: Wanted, [, held]: Wanted): string {
  return entered === held ? 'two-inside' : entered === undefined ? 'table-beside-a-row' : 'row-beside-its-table';
}

function nameOf([table, row]: Wanted): string {
  return row === undefined ? `the table '${table}'` : `row '${row}' of '${table}'`;
}
