// What the guardian becomes when the test runner is gone (see start-guardian.ts): it sweeps every sandbox of that test run and
// removes the run's directory.
import { sweepTestRun } from './sweep-test-run.ts';

const [directory, since] = process.argv.slice(2);
if (directory === undefined || since === undefined) {
  throw new Error('Usage: guardian.ts DIRECTORY SINCE (CLOCK_MONOTONIC milliseconds at which the test run began)');
}

// Whoever signals all of them means the tests, not this.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {});
}

await sweepTestRun(directory, Number(since));
