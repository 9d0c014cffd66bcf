// Runs the tests of a workbook with one of our reporters, as the commands do: node run-vitest.ts <workbook> collect|report|report-all
import { startVitest } from 'vitest/node';
import { Collector } from '../collector.ts';
import { KataReporter } from '../kata-reporter.ts';

const [root = '', mode] = process.argv.slice(2);
const collector = mode === 'collect' ? new Collector() : new KataReporter({ all: mode === 'report-all' });
const vitest = await startVitest('test', [], {
  root,
  config: false,
  watch: false,
  pool: 'threads',
  maxWorkers: 1,
  sequence: { concurrent: true },
  include: ['katas/*/*.test.ts'],
  reporters: [collector],
});
await vitest.close();
process.exitCode = 0;
if (mode === 'collect') {
  process.stdout.write(JSON.stringify(collector.outcomes));
}
