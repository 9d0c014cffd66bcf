import { fileURLToPath } from 'node:url';
import { test as base, expect } from 'vitest';
import { Sandbox } from '../sandbox/sandbox.ts';
import { ScheduleFailure } from './failure.ts';
import { type FollowRequest, Schedules } from './schedules.ts';

const PROGRAMS = fileURLToPath(new URL('./testing/programs', import.meta.url));
const SALE: FollowRequest = { processes: ['tony', 'kevin'], files: { tickets: '1' } };
const EACH_OTHER: FollowRequest = {
  processes: [
    { name: 'tony', args: ['A', 'B'] },
    { name: 'kevin', args: ['B', 'A'] },
  ],
};

const test = base.extend<{ sandbox: Sandbox; schedules: Schedules }>({
  sandbox: async ({ task: _ }, use) => {
    const sandbox = new Sandbox(PROGRAMS);
    await use(sandbox);
    await sandbox.close();
  },
  schedules: async ({ sandbox }, use) => {
    await use(new Schedules(sandbox));
  },
});

/** Names by their initials: `tkk` for tony, kevin, kevin. */
function listOf(initials: string): string[] {
  return [...initials].map((initial) => (initial === 't' ? 'tony' : 'kevin'));
}

test('makes the steps that the list names, and no others', async ({ schedules }) => {
  const { shown, switches } = await schedules.follow('sells-unlocked', SALE, () => listOf('tkkkkttt'));
  expect(shown?.schedule).toEqual([0, 1, 1, 1, 1, 0, 0, 0]);
  expect(switches).toBe(2);
  expect(shown?.steps.at(-1)?.files).toEqual({ tickets: '0' });
  expect(shown?.ends.map(({ state }) => state)).toEqual(['over', 'over']);
});

test('a list may leave everybody waiting, and then it is whole', async ({ schedules }) => {
  const { shown } = await schedules.follow('waits-for-each-other', EACH_OTHER, () => listOf('tkkkkttt'));
  expect(shown?.ends.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
});

test('hands what it did to the oracles', async ({ schedules }) => {
  const finding = { diagnosis: 'sold-only-once', expected: 'this', saw: 'that' };
  const following = schedules.follow('sells-unlocked', { ...SALE, oracles: [() => finding] }, () => listOf('ttttk'));
  await expect(following).rejects.toMatchObject(finding);
  expect(schedules.evidence[0]?.shown).toMatchObject({ finding, replay: 'sells-unlocked/2:1x4,2x1' });
});

const NOT_WHOLE = [
  {
    list: [],
    diagnosis: 'list-stops-early',
    saw: '0 names, and then tony stands before readFileSync tickets and kevin stands',
    made: 0,
  },
  {
    list: listOf('tttt'),
    diagnosis: 'list-stops-early',
    saw: '4 names, and then tony has ended and kevin stands before readFileSync tickets',
    made: 4,
  },
  { list: listOf('ttttkk'), diagnosis: 'list-goes-on', saw: 'step 6, by "kevin"', made: 5 },
  { list: listOf('ttttt'), diagnosis: 'names-an-ended-process', saw: 'tony, who ended with step 4', made: 4 },
  { list: ['tony', 'Tony'], diagnosis: 'names-nobody', saw: 'the name "Tony"', made: 1 },
];

for (const { list, diagnosis, saw, made } of NOT_WHOLE) {
  test(`shows how far it got, and tells what is wrong: ${saw}`, async ({ schedules }) => {
    const error = await schedules.follow('sells-unlocked', SALE, () => list).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ScheduleFailure);
    expect(error).toMatchObject({ diagnosis, saw: expect.stringContaining(saw) });
    expect(schedules.evidence[0]?.shown?.steps).toHaveLength(made);
  });
}

test('who has looked again in vain cannot be named', async ({ schedules }) => {
  const following = schedules.follow('waits-for-each-other', EACH_OTHER, () => listOf('ttkkkk'));
  await expect(following).rejects.toMatchObject({ diagnosis: 'names-a-waiting-process' });
});

test('nor when all wait', async ({ schedules }) => {
  const following = schedules.follow('waits-for-each-other', EACH_OTHER, () => listOf('tkkkkttttt'));
  await expect(following).rejects.toMatchObject({
    diagnosis: 'list-goes-on',
    expected: 'the list to end with step 8: then tony waits for ever and kevin waits for ever',
    saw: 'step 9, by "tony"',
  });
});

test('who waits can be named again when something has changed', async ({ schedules }) => {
  const { shown } = await schedules.follow('waits-for-each-other', EACH_OTHER, () => listOf('ttkkktkkktkkkk'));
  expect(shown?.ends.map(({ state }) => state)).toEqual(['over', 'over']);
});

test('when another schedule is asked for that one is shown, and no list is wanted', async ({ sandbox }) => {
  const schedules = new Schedules(sandbox, {
    replay: { scenario: 'sells-unlocked', processes: 2, schedule: [1] },
  });
  const { shown } = await schedules.follow('sells-unlocked', SALE, () => {
    throw new Error('there is none');
  });
  expect(shown?.schedule).toEqual([1, 1, 1, 1, 0]);
  expect((await schedules.follow('waits-for-each-other', EACH_OTHER, () => [])).shown).toBeUndefined();
});
