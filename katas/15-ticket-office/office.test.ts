import { expect, fc, forAny, type Pair, type Schedules, schedulePairs, test } from '#harness/test.ts';

type Oracle = ReturnType<Schedules['meaning']>;

/** So many schedules at most, those with the fewest preemptions first. */
const MANY = 100;
/**
 * Random ones, always the same. That three buyers spoil a file which each of them makes before the lock is seen by a search in one of
 * twenty: so many miss it in 13 of 100 cases.
 */
const SAMPLED = { random: 40, seed: 1000 };
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

/** The given lock makes a directory at its path: where the ticket file is it can make none. */
const lockHasItsOwnPath: Oracle = ({ processes }) => {
  const failed = processes.find(({ error }) => /^(ENOTDIR|EEXIST\b.* mkdir)/.test(error?.message ?? ''));
  return (
    failed && {
      diagnosis: 'lock-in-the-place-of-the-file',
      expected: 'the ticket to be sold to one of them',
      saw: `${failed.name} failed: ${failed.error?.message}`,
    }
  );
};

test('sells a ticket once: two buyers, up to two preemptions', async ({ schedules }) => {
  const oracles = [told(1, 1, 'sold-twice'), fileSays(schedules, 0, 'sale-not-written'), lockHasItsOwnPath];
  const request = { processes: TWO, files: tickets(1), oracles, mostRuns: MANY };
  await schedules.explore('buys', { ...request, schedules: { preemptions: 2 } });
});

test('nobody is told no while there is a ticket: two buyers, two tickets', async ({ schedules }) => {
  const oracles = [told(2, 0, 'sent-away')];
  const request = { processes: TWO, files: tickets(2), schedules: { preemptions: 1 }, oracles, mostRuns: FEW } as const;
  await schedules.explore('buys', request);
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
  // One digit fewer after the sale: whoever writes over the old text leaves something of it for a moment.
  const request = { processes, files: tickets(10), oracles, mostRuns: FEW } as const;
  await schedules.explore('searches', { ...request, schedules: { preemptions: 2 } });
});

test('a search among three buyers never sees half a file: some of their schedules', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const buyers = FOUR.slice(0, 3).map((name) => ({ name, args: ['buys'] }));
  const processes = [{ name: 'looker', args: ['searches', 8] }, ...buyers];
  const oracles = [meaning(everyoneFinishes, { 'failed-in-a-schedule': 'search-found-no-whole-file' })];
  await schedules.explore('searches', { processes, files: tickets(10), schedules: SAMPLED, oracles });
});

test('what a search has shown is not trusted when a ticket is bought', async ({ schedules }) => {
  const oracles = [told(1, 1, 'trusted-an-old-count')];
  const request = { processes: TWO, files: tickets(1), schedules: { preemptions: 1 }, oracles, mostRuns: FEW } as const;
  await schedules.explore('looks-then-buys', request);
});

test('what stands in the file now counts, not what stood there when the office was opened', async ({ schedules }) => {
  const { marksAre, inTheEnd } = schedules;
  const diagnosis = 'remembered-the-file';
  const oracles = [
    marksAre('shown after more came', [2], diagnosis),
    marksAre('told after more came', [true], diagnosis),
    marksAre('shown in the end', [1], diagnosis),
    inTheEnd('the train to be G8', diagnosis, (files) => {
      const { train } = JSON.parse(files[FILE] ?? '');
      return train === 'G8' ? undefined : `it is ${train}`;
    }),
  ];
  const files = tickets(1, { train: 'G7' });
  await schedules.explore('more-come', { processes: ['tony'], files, schedules: 'all', oracles });
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

/** What is found first is enough, by whichever of them: each run with a crash costs a new process. */
function firstOf(...oracles: readonly Oracle[]): Oracle {
  return (played) => {
    for (const oracle of oracles) {
      const finding = oracle(played);
      if (finding !== undefined) {
        return finding;
      }
    }

    return undefined;
  };
}

test('a buyer who is killed, at any step, leaves a readable file', async ({ schedules }) => {
  const { meaning, everyoneFinishes } = schedules;
  const oracle = firstOf(
    leavesATicketFile,
    meaning(everyoneFinishes, { 'failed-in-a-schedule': 'stopped-by-what-is-left' }),
  );
  const request = { processes: TWO, files: tickets(10), crashes: 1, oracles: [oracle], mostRuns: FEW } as const;
  await schedules.explore('buys', { ...request, schedules: { preemptions: 1 } });
});

test('a buyer who is killed, at any step, keeps nobody from buying, and no ticket is sold twice', async ({
  schedules,
}) => {
  const { recovery, meaning, everyoneFinishes } = schedules;
  const oracle = firstOf(
    soldAsTheFileSays(2),
    recovery('locked-out-by-the-dead'),
    leavesATicketFile,
    meaning(everyoneFinishes, { 'failed-in-a-schedule': 'stopped-by-what-is-left' }),
  );
  const request = { processes: TWO, files: tickets(2), crashes: 1, oracles: [oracle], mostRuns: FEW } as const;
  await schedules.explore('comes-again', { ...request, args: [2], schedules: { preemptions: 1 } });
});

/** Also where the next buyer has failed because of it: then the file is what is wrong. */
const leavesATicketFile: Oracle = ({ end, processes, files }) => {
  const [killed] = processes.filter(({ state }) => state === 'killed');
  return killed === undefined || end === 'nothing new' || leftIn(files) !== undefined
    ? undefined
    : {
        diagnosis: 'torn-file',
        expected: `a ticket file, though ${killed.name} was killed`,
        saw: files[FILE] === undefined ? 'it is gone' : `it holds '${files[FILE]}'`,
      };
};

/** Who was killed may have bought a ticket without being told. */
function soldAsTheFileSays(there: number): Oracle {
  return ({ end, steps, processes, files }) => {
    const yes = steps.filter(({ operation: { mark } }) => mark?.name === 'told' && mark.data === true).length;
    const killed = processes.filter(({ state }) => state === 'killed').length;
    const left = leftIn(files);
    const gone = there - (left ?? 0);
    return end !== 'all over' || left === undefined || (yes <= gone && gone <= yes + killed)
      ? undefined
      : {
          diagnosis: gone < yes ? 'sold-twice' : 'sold-to-nobody',
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
        schedules.inTheEnd(`the file to keep ${kept}`, 'keys-lost', (files) => {
          const now: Record<string, unknown> = JSON.parse(files[FILE] ?? '');
          // Who writes down more than the number, the buyers perhaps, takes nothing away.
          const there = inOrder(Object.fromEntries(Object.keys(given).map((key) => [key, now[key]])));
          return there === kept ? undefined : `of these there are ${there}`;
        }),
      ];
      const files = tickets(1, JSON.parse(JSON.stringify(given)));
      await schedules.explore('buys', { processes: ['tony'], files, schedules: 'all', oracles });
    },
    { runs: 10, examples: [[{ train: 'G7', from: 'Shanghai' } as Record<string, fc.JsonValue>]], shrinks: 20 },
  );
});

test('the offices of two files have nothing to do with each other', async ({ schedules }) => {
  const { marksAre, inTheEnd, meaning, everyoneFinishes } = schedules;
  const diagnosis = 'offices-mixed-up';
  const files = { 'east/tickets.json': '{"ticket_num":2}', 'west/tickets.json': '{"ticket_num":7}' };
  const left = (found: Readonly<Record<string, string>>) =>
    Object.keys(files).map((file) => JSON.parse(found[file] ?? '{}').ticket_num);
  const oracles = [
    meaning(everyoneFinishes, { 'failed-in-a-schedule': diagnosis }),
    marksAre('told', [true, true], diagnosis),
    inTheEnd('1 to be left in the east, and 6 in the west', diagnosis, (found) =>
      left(found).join() === '1,6' ? undefined : `the files say ${left(found).join(' and ')}`,
    ),
  ];
  const processes = Object.keys(files).map((file, at) => ({ name: TWO[at] ?? '', args: [file] }));
  const request = { processes, files, schedules: { preemptions: 1 }, oracles, mostRuns: FEW } as const;
  await schedules.explore('two-offices', request);
});

test('a buyer may have any name', async ({ schedules }) => {
  const { marksAre, meaning, everyoneFinishes } = schedules;
  const oracles = [
    meaning(everyoneFinishes, { 'failed-in-a-schedule': 'buyer-taken-for-a-path' }),
    marksAre('told', [true], 'buyer-taken-for-a-path'),
    fileSays(schedules, 0, 'sale-not-written'),
  ];
  const buys = async (buyer: string) => {
    const request = { processes: ['tony'], args: [buyer], files: tickets(1), schedules: 'all', oracles } as const;
    await schedules.explore('any-name', request);
  };
  await forAny([fc.string({ maxLength: 20 })], buys, {
    runs: 10,
    examples: [['tony/kevin'], ['..'], ['']],
    shrinks: 20,
  });
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

test('without any control too: six buyers at once, three tickets, and somebody who searches all the time', async ({
  sandbox,
}) => {
  const run = await sandbox.play('rush');
  await run.gate('the office opens').reachedBy(7);
  run.gate('the office opens').open();
  const exits = await run.mark('exits', { otherwise: 'waits-for-ever' });
  expect({ 'exit status': exits.data }, 'failed-among-others').toEqual({ 'exit status': Array(7).fill(0) });
  const yes = run.marks('told').filter(({ data }) => data === true).length;
  const diagnosis = yes > 3 ? 'sold-twice' : 'wrong-number-sold';
  expect({ 'told yes': yes, left: (await run.mark('left')).data }, diagnosis).toEqual({ 'told yes': 3, left: 0 });
  const [seen] = run.marks('seen').map(({ data }) => data as number[]);
  // Tickets are sold here, and none comes back.
  expect({ seen }, 'counted-up').toEqual({ seen: seen?.toSorted((one, other) => other - one) });
  expect(await run.ended()).toHaveExitedWith(0);
});
