import { test } from '#harness/test.ts';

test('a', async ({ schedules }) => {
  const { mutualExclusion } = schedules;
  for (const c of [{preemptions: 0},{preemptions: 1}, {random: 300}]) {
  const t2 = performance.now();
  const e2 = await schedules.explore('section', { processes: 3, schedules: c, oracles: [mutualExclusion], mostRuns: 3000 });
  console.log(e2.runs, e2.pruned, e2.isComplete, Math.round( performance.now() - t2));
  }
}, 100000);
