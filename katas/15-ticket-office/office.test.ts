import { expect, fc, forAny, type Pair, type Schedules, schedulePairs, test } from '#harness/test.ts';

type Oracle = ReturnType<Schedules['meaning']>;

/** So many schedules at most, those with the fewest preemptions first. */
const MANY = 150;
/** Where it shows soon, or never; also where processes are killed, each of which is started anew. */
const FEW = 60;

const TWO = ['tony', 'kevin'];
const FOUR = [...TWO, 'jason', 'oscar'];
const FILE = 'tickets.json';

const tickets = (count: number, others: object = {}) => ({ [FILE]: JSON.stringify({ ticket_num: count, ...others }) });

/** The number of tickets that the file says are left; undefined where it is no ticket file. */
function leftIn(files: Readonly<Record<string, string>>): number | undefined {
  try {
    const { ticket_num: left } = JSON.parse(files[FILE] ?? '');
    return Number.isInteger(left) ? left : undefined;
  } catch {
    return undefined;
  }
}

const fileSays = ({ inTheEnd }: Schedules, left: number, diagnosis: string) =>
  inTheEnd(`the file to say that ${left} are left`, diagnosis, (files) => {
    const said = leftIn(files);
    return said === left ? undefined : said === undefined ? `it holds '${files[FILE]}'` : `it says ${said}`;
  });

/** That many are told yes, and the others no. */
function told(yes: number, no: number, diagnosis: string): Oracle {
  const expected = `${yes} of ${yes + no} to be told yes`;
  return ({ end, steps, processes }) => {
    const names: string[] = [];
    for (const [step, { process, operation }] of steps.entries()) {
      if (operation.mark?.name === 'told' && operation.mark.data === true) {
        names.push(processes[process]?.name ?? '');
      }

      if (names.length > yes) {
        return { diagnosis, expected, saw: `${names.join(', then ')} were told yes`, step };
      }
    }

    const isOver = end === 'all over' && processes.every(({ state }) => state === 'over');
    return isOver && names.length < yes
      ? { diagnosis, expected, saw: `${names.length === 0 ? 'nobody' : `only ${names.join(' and ')}`} was told yes` }
      : undefined;
  };
}

test('sells a ticket once: two buyers, up to two preemptions', async ({ schedules }) => {
  const oracles = [told(1, 1, 'sold-twice'), fileSays(schedules, 0, 'sale-not-written')];
  const request = { processes: TWO, files: tickets(1), oracles, mostRuns: MANY };
  await schedules.explore('buys', { ...request, schedules: { preemptions: 2 } });
});

test('for any number of buyers and tickets, as many are told yes as there are tickets', async ({ schedules }) => {
  const buyers = fc.integer({ min: 1, max: FOUR.length });
  const given = [buyers, fc.nat({ max: 5 }), schedulePairs({ processes: FOUR.length })] as const;
  const sells = async (count: number, there: number, pairs: Pair[]) => {
    const sold = Math.min(count, there);
    const oracles = [
      told(sold, count - sold, 'wrong-number-sold'),
      fileSays(schedules, there - sold, 'sale-not-written'),
    ];
    const processes = FOUR.slice(0, count);
    await schedules.explore('buys', { processes, files: tickets(there), schedules: { pairs }, oracles });
  };
  await forAny([...given], sells, { runs: FEW, shrinks: FEW });
});

test('a search sees the count before a sale or after it, and never half a file', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const processes = [
    { name: 'looker', args: ['searches'] },
    { name: 'buyer', args: ['buys'] },
  ];
  const oracles = [meaning(everyoneFinishes, { 'failed-in-a-schedule': 'search-found-no-whole-file' })];
  const request = { processes, files: tickets(2), oracles, mostRuns: FEW } as const;
  await schedules.explore('searches', { ...request, schedules: { preemptions: 2 } });
});

test('what a search has shown is not trusted when a ticket is bought', async ({ schedules }) => {
  const oracles = [told(1, 1, 'trusted-an-old-count')];
  const request = { processes: TWO, files: tickets(1), schedules: { preemptions: 1 }, oracles, mostRuns: FEW } as const;
  await schedules.explore('looks-then-buys', request);
});

test('whoever is told yes finds the sale in the file', async ({ schedules }) => {
  const oracles = [schedules.marksAre('left after my sale', [0], 'said-yes-too-early')];
  const request = { processes: TWO, files: tickets(1), schedules: { preemptions: 1 }, oracles, mostRuns: FEW } as const;
  await schedules.explore('finds-its-sale', request);
});

test('a search waits for no sale in progress', async ({ schedules }) => {
  const processes = [
    { name: 'buyer', args: ['buys'] },
    { name: 'looker', args: ['searches'] },
  ];
  const oracles = [schedules.withoutWaiting('asks', 'answer', 'search-waited')];
  const request = { processes, files: tickets(2), oracles, mostRuns: FEW, freeRuns: 0 } as const;
  await schedules.explore('searches', { ...request, schedules: { preemptions: 1 } });
});

test('two searches do not wait for each other', async ({ schedules }) => {
  const oracles = [schedules.withoutWaiting('asks', 'answer', 'search-waited')];
  const request = { processes: TWO, args: ['searches'], files: tickets(2), oracles, mostRuns: FEW } as const;
  await schedules.explore('searches', { ...request, schedules: 'all' });
});

test('a buyer who is killed, at any step, leaves a readable file', async ({ schedules }) => {
  const { inTheEnd, meaning, everyoneFinishes } = schedules;
  const oracles = [
    inTheEnd('a ticket file', 'torn-file', (files) => (leftIn(files) === undefined ? `'${files[FILE]}'` : undefined)),
    meaning(everyoneFinishes, { 'failed-in-a-schedule': 'torn-file' }),
  ];
  const request = { processes: TWO, files: tickets(3), crashes: 1, oracles, mostRuns: FEW } as const;
  await schedules.explore('buys', { ...request, schedules: { preemptions: 1 } });
});

test('a buyer who is killed, at any step, keeps nobody from buying, and no ticket is sold twice', async ({
  schedules,
}) => {
  const { recovery, meaning, everyoneFinishes } = schedules;
  const oracles = [
    soldAsTheFileSays(2),
    recovery('locked-out-by-the-dead'),
    meaning(everyoneFinishes, { 'failed-in-a-schedule': 'stopped-by-what-is-left' }),
  ];
  const request = { processes: TWO, files: tickets(2), crashes: 1, oracles, mostRuns: FEW } as const;
  await schedules.explore('comes-again', { ...request, args: [2], schedules: { preemptions: 1 } });
});

/** Who was killed may have bought a ticket without being told. */
function soldAsTheFileSays(there: number): Oracle {
  return ({ end, steps, processes, files }) => {
    const yes = steps.filter(({ operation: { mark } }) => mark?.name === 'told' && mark.data === true).length;
    const killed = processes.filter(({ state }) => state === 'killed').length;
    const gone = there - (leftIn(files) ?? there);
    return end !== 'all over' || (yes <= gone && gone <= yes + killed)
      ? undefined
      : {
          diagnosis: 'sold-twice',
          expected: `as many tickets to be gone as buyers were told yes${killed === 0 ? '' : ', or one more'}`,
          saw: `${yes} were told yes, and ${gone} of ${there} are gone`,
        };
  };
}

test('whoever comes when all is sold is told no, and so is the next', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const oracles = [
    meaning(everyoneFinishes, { 'waits-for-ever': 'kept-when-sold-out' }),
    told(0, 4, 'wrong-number-sold'),
  ];
  const request = { processes: TWO, args: [2], files: tickets(0), schedules: { preemptions: 1 } } as const;
  await schedules.explore('comes-again', { ...request, oracles, mostRuns: FEW });
});

function inOrder(entries: object): string {
  return JSON.stringify(Object.entries(entries).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

test('whatever else stands in the file is still there after a sale', async ({ schedules }) => {
  const others = fc.dictionary(fc.constantFrom('train', 'from', 'to', 'seats', '票'), fc.jsonValue({ maxDepth: 1 }));
  await forAny(
    [others],
    async (given) => {
      const kept = inOrder(given);
      const oracles = [
        schedules.inTheEnd(`the other keys to be ${kept}`, 'keys-lost', (files) => {
          const { ticket_num: _, ...rest } = JSON.parse(files[FILE] ?? '');
          const now = inOrder(rest);
          return now === kept ? undefined : `they are ${now}`;
        }),
      ];
      const files = tickets(1, JSON.parse(JSON.stringify(given)));
      await schedules.explore('buys', { processes: ['tony'], files, schedules: 'all', oracles });
    },
    { runs: 10, examples: [[{ train: 'G7', from: 'Shanghai' } as Record<string, fc.JsonValue>]], shrinks: 20 },
  );
});

/** None of them tells how many tickets there are. */
const BROKEN = ['', '{', '7', 'null', '[]', '{}', '{"ticket_num": "1"}', '{"ticket_num": -1}', '{"ticket_num": 1.5}'];

test('a file that is missing or broken is an error that names it', async ({ schedules }) => {
  const named = 'an error that names the file';
  const oracles = ['search', 'buy'].map((name) => schedules.marksAre(name, [named], 'broken-file-not-told'));
  for (const content of [undefined, ...BROKEN]) {
    const files = content === undefined ? {} : { [FILE]: content };
    await schedules.explore('broken', { processes: ['tony'], files, schedules: 'all', oracles });
  }
});

test('a file that is missing or broken is left as it was', async ({ schedules }) => {
  const oracles = [schedules.marksAre('left as it was', [true], 'broken-file-changed')];
  for (const content of [undefined, ...BROKEN]) {
    const files = content === undefined ? {} : { [FILE]: content };
    await schedules.explore('broken', { processes: ['tony'], files, schedules: 'all', oracles });
  }
});

test('after an error the office goes on selling', async ({ schedules }) => {
  const { meaning, everyoneFinishes, marksAre } = schedules;
  const oracles = [
    meaning(everyoneFinishes, { 'waits-for-ever': 'kept-after-an-error' }),
    marksAre('after the repair', [true], 'wrong-number-sold'),
  ];
  await schedules.explore('broken', { processes: ['tony'], files: { [FILE]: '{' }, schedules: 'all', oracles });
});

test('without any control too: six buyers at once, three tickets', async ({ sandbox }) => {
  const run = await sandbox.play('rush');
  await run.gate('the office opens').reachedBy(6);
  run.gate('the office opens').open();
  const exits = await run.mark('exits', { otherwise: 'waits-for-ever' });
  expect({ 'exit status': exits.data }, 'failed-among-others').toEqual({ 'exit status': [0, 0, 0, 0, 0, 0] });
  const yes = run.marks('told').filter(({ data }) => data === true).length;
  expect({ 'told yes': yes, left: (await run.mark('left')).data }, 'sold-twice').toEqual({ 'told yes': 3, left: 0 });
  expect(await run.ended()).toHaveExitedWith(0);
});
