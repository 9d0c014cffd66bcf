import { expect, fc, forAny, type Schedules, schedulePairs, test } from '#harness/test.ts';

type Oracle = ReturnType<Schedules['meaning']>;
type Order = readonly [from: string, to: string, amount: number];
type Payer = { name: string; args: readonly [dir: string, ...orders: Order[]] };

/** So many schedules at most, those with the fewest preemptions first. */
const MANY = 60;
const SAMPLED = 20;
/** About so many are needed; one that needs more is held up in this part of them only. */
const STEPS_OF_A_TRANSFER = 24;

const paysIn = (dir: string, name: string, ...orders: Order[]): Payer => ({ name, args: [dir, ...orders] });
const pays = (name: string, ...orders: Order[]) => paysIn('.', name, ...orders);
const RICH = { tony: '10', kevin: '10', jason: '10', oscar: '10' };

/** All come to their end. Who waits in a circle is told which, and who fails, that all these transfers can be made. */
const allGetThrough =
  ({ waitForCycle, meaning, everyoneFinishes }: Schedules): Oracle =>
  (played) =>
    meaning(everyoneFinishes, {
      'failed-in-a-schedule': 'read-without-its-lock',
      ...(waitForCycle(played) && { 'waits-for-ever': 'waits-in-a-circle' }),
    })(played);

/** In the end each account holds what its transfers say that succeeded. */
const booksOf =
  (payers: readonly Payer[], before: Readonly<Record<string, string>>): Oracle =>
  ({ end, steps, processes, files }) => {
    if (end !== 'all over' || processes.some(({ state }) => state !== 'over')) {
      return undefined;
    }

    const expected = new Map(Object.entries(before).map(([name, balance]) => [name, Number(balance)]));
    for (const [position, { args }] of payers.entries()) {
      const answers = steps.filter(
        ({ process, operation }) => process === position && operation.mark?.name === 'answer',
      );
      const [, ...orders] = args;
      for (const [index, [from, to, amount]] of orders.entries()) {
        if (answers[index]?.operation.mark?.data === true) {
          expected.set(from, (expected.get(from) ?? 0) - amount);
          expected.set(to, (expected.get(to) ?? 0) + amount);
        }
      }
    }

    const wrong = [...expected].find(([name, balance]) => files[name]?.trim() !== String(balance));
    return wrong === undefined
      ? undefined
      : {
          diagnosis: 'money-made-or-lost',
          expected: `${wrong[1]} in ${wrong[0]}, as its transfers say`,
          saw: `'${files[wrong[0]] ?? 'no such file'}'`,
        };
  };

/** While one has written one account and not yet the other, nobody waits who pays between other accounts. */
const overlapping: Oracle = ({ steps, processes }) => {
  const isWrite = (step: (typeof steps)[number], process: number) =>
    step.process === process &&
    step.operation.touches.some(
      ({ what, access }) => access === 'write' && /(^|\/)(tony|kevin|jason|oscar)$/.test(what),
    );
  for (const [index, { process, operation }] of steps.entries()) {
    const other = processes.findIndex(
      (_, position) =>
        position !== process &&
        steps.slice(0, index).some((step) => isWrite(step, position)) &&
        steps.slice(index).some((step) => isWrite(step, position)),
    );
    if (operation.until !== undefined && other >= 0) {
      const names = [processes[process]?.name, processes[other]?.name];
      return {
        diagnosis: 'waits-for-strangers',
        expected: `${names[0]} to pay while ${names[1]} pays: their accounts have nothing to do with each other`,
        saw: `${names[0]} paused, ${operation.detail}, while ${names[1]} was in the middle of it`,
        step: index,
      };
    }
  }

  return undefined;
};

/**
 * Nobody comes to an end, though all go on at the same speed and every pause is over in its time; and between two pauses all take and give
 * back something, so nobody merely waits. Shows two rounds of it.
 */
const meetingForEver: Oracle = ({ end, steps, processes }) => {
  const rounds = processes.map(({ name, state }, position) => {
    const own = steps.flatMap((step, at) => (step.process === position ? [{ ...step, at }] : []));
    const pauses = own.filter(({ operation }) => operation.until !== undefined);
    const [from = 0, to = 0] = pauses.slice(-2).map(({ at }) => at);
    const isBusy = own.some(
      ({ at, operation, outcome }) =>
        from < at &&
        at < to &&
        outcome?.error === undefined &&
        operation.touches.some(({ access }) => access === 'write'),
    );
    const lengths = [...new Set(pauses.map(({ operation }) => operation.detail))];
    const each = lengths.length === 1 ? `, ${lengths[0]} each time` : '';
    return {
      isGivingWay: state === 'waiting' && isBusy,
      told: `${name} gave way ${pauses.length} times${each}`,
      second: pauses[1]?.at ?? 0,
    };
  });
  const isLivelock = end === 'too many steps' || (end === 'blocked' && rounds.every(({ isGivingWay }) => isGivingWay));
  return isLivelock
    ? {
        diagnosis: 'gives-way-in-step',
        expected: 'everybody to get through',
        saw: `${rounds.map(({ told }) => told).join('; ')}; after ${steps.length} steps nothing is done`,
        step: Math.max(...rounds.map(({ second }) => second)),
      }
    : undefined;
};

const TWO = [pays('tony', ['tony', 'kevin', 1]), pays('kevin', ['kevin', 'tony', 2])];
const CIRCLE = [
  pays('tony', ['tony', 'kevin', 1]),
  pays('kevin', ['kevin', 'jason', 2]),
  pays('jason', ['jason', 'tony', 3]),
];

test('two who pay each other both get through: no schedule ends in a circle', async ({ schedules }) => {
  const oracles = [allGetThrough(schedules), booksOf(TWO, RICH)];
  await schedules.explore('transfers', {
    processes: TWO,
    files: RICH,
    schedules: { preemptions: 1 },
    oracles,
    mostRuns: MANY,
  });
});

test('three who pay in a circle all get through', async ({ schedules }) => {
  const oracles = [allGetThrough(schedules), booksOf(CIRCLE, RICH)];
  // Each makes some steps; then they go on, one after the other as far as they can. Somewhere in between each has one lock.
  for (const steps of [2, 4, 6, 8, 10, 12, 14]) {
    const pairs = CIRCLE.map((_, position): [number, number] => [steps, position]);
    await schedules.explore('transfers', { processes: CIRCLE, files: RICH, schedules: { pairs }, oracles });
  }
});

test('whatever the accounts are called, nobody waits in a circle', async ({ schedules }) => {
  const name = fc.stringMatching(/^[a-z0-9]{1,5}$/);
  const pair = fc.uniqueArray(name, { minLength: 2, maxLength: 2 });
  const alike = [
    ['amy', 'may'],
    ['7', '07'],
    ['tony', 'toby'],
  ].map((names): [string[]] => [names]);
  await forAny(
    [pair],
    async ([one = '', other = '']) => {
      const processes = [pays('tony', [one, other, 1]), pays('kevin', [other, one, 2])];
      const files = { [one]: '10', [other]: '10' };
      const oracles = [booksOf(processes, files), meetingForEver, allGetThrough(schedules)];
      // Both lock their first at the same moment, and their second.
      await schedules.explore('transfers', { processes, files, schedules: 'in step', oracles });
    },
    { examples: alike, runs: alike.length + 1 },
  );
});

test('what two pay to one at the same time arrives, all of it', async ({ schedules }) => {
  const processes = [pays('tony', ['tony', 'jason', 1]), pays('kevin', ['kevin', 'jason', 2])];
  const oracles = [booksOf(processes, RICH), allGetThrough(schedules)];
  await schedules.explore('transfers', {
    processes,
    files: RICH,
    schedules: { preemptions: 1 },
    oracles,
    mostRuns: MANY,
  });
});

test('two who pay from one account at the same time never pay more than it holds', async ({ schedules }) => {
  const processes = [pays('tony', ['tony', 'kevin', 7]), pays('jason', ['tony', 'jason', 7])];
  const oneIsToldNo = schedules.marksAre('answer', [true, false], 'overdrawn');
  const oracles = [oneIsToldNo, booksOf(processes, RICH), allGetThrough(schedules)];
  await schedules.explore('transfers', {
    processes,
    files: RICH,
    schedules: { preemptions: 1 },
    oracles,
    mostRuns: MANY,
  });
});

test('money is neither made nor lost: any transfers, in any schedule', async ({ schedules }) => {
  const names = ['tony', 'kevin', 'jason'];
  const order = fc
    .tuple(fc.shuffledSubarray(names, { minLength: 2, maxLength: 2 }), fc.integer({ min: 1, max: 15 }))
    .map(([[from = '', to = ''], amount]): Order => [from, to, amount]);
  const orders = fc.array(fc.array(order, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 });
  await forAny(
    [orders, schedulePairs({ processes: 3 })],
    async (all, pairs) => {
      const processes = all.map((own, position) => pays(names[position] ?? '', ...own));
      const oracles = [booksOf(processes, RICH), allGetThrough(schedules)];
      await schedules.explore('transfers', { processes, files: RICH, schedules: { pairs }, oracles });
    },
    { runs: SAMPLED, shrinks: SAMPLED / 2 },
  );
});

/** One stands still after some steps, wherever that is, while the other one goes on. */
async function doNotHinder(schedules: Schedules, processes: Payer[], files: Record<string, string>): Promise<void> {
  for (let steps = 1; steps <= STEPS_OF_A_TRANSFER; steps += 1) {
    const oracles = [overlapping, allGetThrough(schedules)];
    await schedules.explore('transfers', { processes, files, schedules: { standsStillAfter: steps }, oracles });
  }
}

test('a transfer does not wait for one between other accounts', async ({ schedules }) => {
  const processes = [pays('tony', ['tony', 'kevin', 1]), pays('jason', ['jason', 'oscar', 2])];
  await doNotHinder(schedules, processes, RICH);
});

test('accounts of the same names in another directory are other accounts', async ({ schedules }) => {
  const processes = [paysIn('east', 'tony', ['tony', 'kevin', 1]), paysIn('west', 'kevin', ['tony', 'kevin', 2])];
  const files = { 'east/tony': '10', 'east/kevin': '10', 'west/tony': '10', 'west/kevin': '10' };
  await doNotHinder(schedules, processes, files);
});

test('whoever gives way gets through: those who met do not meet for ever', async ({ schedules }) => {
  for (const processes of [TWO, CIRCLE]) {
    const oracles = [meetingForEver, allGetThrough(schedules)];
    await schedules.explore('transfers', { processes, files: RICH, schedules: 'in step', oracles });
  }
});

test('nobody gives up, however long another one takes', async ({ schedules }) => {
  const { meaning, marksAre } = schedules;
  const oracles = [
    meaning(allGetThrough(schedules), { 'read-without-its-lock': 'gave-up' }),
    marksAre('answer', [true, true], 'gave-up'),
  ];
  // Tony stands still, and kevin tries some dozen times.
  for (const steps of [6, 10, 14, 18, 22]) {
    const request = { processes: TWO, files: RICH, schedules: { standsStillAfter: steps }, oracles };
    await schedules.explore('transfers', request);
  }
});

/** An error that names the thing, and all files as they were. */
async function isRefused(
  schedules: Schedules,
  [from, to, amount]: [from: string, to: string, amount: number],
  word: string,
  names: { accepted: string; blocked?: string },
): Promise<void> {
  const before = { 'bank/tony': '10', 'bank/kevin': '10', 'bank/jason': 'many', 'bank/empty': '', 'vault/oscar': '10' };
  const outcome: Oracle = ({ steps, files }) => {
    const told = steps.find(({ operation }) => operation.mark?.name === 'outcome')?.operation.mark?.data;
    const { answer, error } = (told ?? {}) as { answer?: unknown; error?: string };
    const changed = ['bank/oscar', ...Object.keys(before)].find((file) => files[file] !== Object(before)[file]);
    const expected = `an error that names ${word}, and nothing changed`;
    if (told !== undefined && error === undefined) {
      return { diagnosis: names.accepted, expected, saw: `the answer ${JSON.stringify(answer)}` };
    }

    if (told !== undefined && changed !== undefined) {
      return { diagnosis: 'changed-all-the-same', expected, saw: `'${files[changed]}' in ${changed}` };
    }

    return error === undefined || error.includes(word)
      ? undefined
      : { diagnosis: 'error-names-nothing', expected, saw: `the error '${error}'` };
  };
  const waiting = schedules.meaning(schedules.everyoneFinishes, {
    'waits-for-ever': names.blocked ?? 'waits-for-ever',
  });
  await schedules.explore('refused', {
    processes: [{ name: 'tony', args: [from, to, String(amount)] }],
    files: before,
    schedules: 'all',
    oracles: [waiting, outcome],
  });
}

test('from an account to itself: an error, and nothing changed', async ({ schedules }) => {
  await isRefused(schedules, ['tony', 'tony', 5], 'tony', { accepted: 'paid-to-itself', blocked: 'waits-for-itself' });
});

test('an amount that is no positive whole number: an error that names it, and nothing changed', async ({
  schedules,
}) => {
  const notPositive = fc.integer({ max: 0 });
  const fraction = fc.double({ min: 0.01, max: 9.99, noNaN: true }).filter((amount) => !Number.isInteger(amount));
  const examples = [-1, 0, 0.5, Number.NaN, Number.POSITIVE_INFINITY].map((amount): [number] => [amount]);
  await forAny(
    [fc.oneof(notPositive, fraction)],
    (amount) => isRefused(schedules, ['tony', 'kevin', amount], String(amount), { accepted: 'accepted-any-amount' }),
    { examples, runs: 8 },
  );
});

test('an account that is not there: an error that names it, and nothing changed', async ({ schedules }) => {
  const names = { accepted: 'accepted-unknown-account' };
  await isRefused(schedules, ['oscar', 'tony', 5], 'oscar', names);
  await isRefused(schedules, ['tony', 'oscar', 5], 'oscar', names);
});

test('a name that leads elsewhere is the name of no account: an error, and nothing changed', async ({ schedules }) => {
  const names = { accepted: 'left-the-directory' };
  await isRefused(schedules, ['../vault/oscar', 'tony', 5], 'oscar', names);
  await isRefused(schedules, ['tony', '../vault/oscar', 5], 'oscar', names);
  await isRefused(schedules, ['tony', './kevin', 5], 'kevin', names);
});

test('an account that holds no whole number: an error that names it, and nothing changed', async ({ schedules }) => {
  const names = { accepted: 'accepted-broken-account' };
  for (const broken of ['jason', 'empty']) {
    await isRefused(schedules, ['tony', broken, 5], broken, names);
    await isRefused(schedules, [broken, 'tony', 5], broken, names);
  }
});

test('after a failure in the middle the accounts can be used again', async ({ schedules }) => {
  const { meaning, everyoneFinishes, marksAre } = schedules;
  const oracles = [
    meaning(everyoneFinishes, { 'waits-for-ever': 'locks-kept-after-a-failure' }),
    marksAre('answer', [true, true, true], 'wrong-answer'),
  ];
  const files = { 'bank/tony': '10', 'bank/kevin': '10', 'bank/jason': 'many' };
  await schedules.explore('repairs', { processes: ['tony'], files, schedules: 'all', oracles });
});

test('too little money: false, and nothing changed; to the last coin: true', async ({ schedules }) => {
  const processes = [pays('tony', ['tony', 'kevin', 11], ['tony', 'kevin', 10], ['tony', 'kevin', 1])];
  const { meaning, everyoneFinishes, marksAre } = schedules;
  const oracles = [
    meaning(everyoneFinishes, { 'failed-in-a-schedule': 'too-little-is-no-error' }),
    marksAre('answer', [false, true, false], 'overdrawn'),
    booksOf(processes, RICH),
  ];
  await schedules.explore('transfers', { processes, files: RICH, schedules: 'all', oracles });
});

test('without any control too: all get through, and no money is made or lost', async ({ sandbox }) => {
  const run = await sandbox.play('rush');
  await run.gate('all are there').reachedBy(3);
  run.gate('all are there').open();
  const exits = await run.mark('exits', { otherwise: 'waits-for-ever' });
  expect({ 'exit status': exits.data }, 'failed-among-others').toEqual({ 'exit status': [0, 0, 0] });
  const balances = await run.mark('balances');
  const refused = run.marks().filter(({ name }) => name === 'refused');
  expect({ refused: refused.length }, 'gave-up').toEqual({ refused: 0 });
  expect({ balances: balances.data }, 'money-made-or-lost').toEqual({ balances: ['100', '100', '100'] });
  expect(await run.ended()).toHaveExitedWith(0);
});
