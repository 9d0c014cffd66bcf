import { test } from '#harness/test.ts';

test('a', async ({ schedules }) => {
  const t = Date.now();
  const { mutualExclusion } = schedules;
  const e = await schedules.explore('section', { processes: 2, schedules: 'all', oracles: [mutualExclusion] });
  console.log(e.runs, e.pruned, e.isComplete, Date.now() - t);
  const t2 = Date.now();
  const e2 = await schedules.explore('section', { processes: 3, schedules: {preemptions: 2}, oracles: [mutualExclusion], mostRuns: 3000 });
  console.log(e2.runs, e2.pruned, e2.isComplete, Date.now() - t2);
  const t3 = Date.now();
  const e3 = await schedules.explore('section', { processes: 4, schedules: {random: 100}, oracles: [mutualExclusion] });
  console.log(e3.runs, e3.pruned, e3.isComplete, Date.now() - t3);
}, 100000);
