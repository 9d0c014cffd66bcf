import path from 'node:path';
import type { Reporter } from 'vitest/node';
import type { MostSchedules } from '../sandbox/test-selection.ts';
import type { Replay } from '../schedule/evidence.ts';

const HARNESS = /\/harness\/(?!.*\.test\.ts$)/;

/** What is to be tested. */
export interface Selection {
  /** The workbook, or an overlay of it. */
  root: string;
  /** Absolute paths of test files. */
  files: readonly string[];
  reporter: Reporter;
  /** Of these files only the named test. */
  only?: ReadonlyMap<string, string>;
  /** Keeps the evidence of tests that pass too. */
  keepEvidence?: boolean;
  /** Of these files: schedules that an exploration tries. */
  mostSchedules?: ReadonlyMap<string, MostSchedules>;
  /** Instead of exploring schedules, play this one. */
  replay?: Replay;
  /** Files at the same time (1). */
  workers?: number;
}

/** Runs tests with Vitest in this process. The caller has opened the test run, and closes it. */
export async function runTests(selection: Selection): Promise<void> {
  const { root, files, reporter, workers = 1 } = selection;
  // Loaded here and not above, so that a mistyped command is answered at once.
  const { startVitest } = await import('vitest/node');
  const { default: settings } = await import('../../vitest.config.ts');
  const exitCode = process.exitCode;
  const { globalSetup: _, ...common } = settings.test ?? {};
  const vitest = await startVitest('test', [], {
    ...common,
    root,
    // The settings are those of vitest.config.ts, given above: to have Vitest bundle that file first takes longer.
    config: false,
    watch: false,
    include: files.map((file) => path.relative(root, file)),
    // Node loads the harness itself, as it loaded this command: through Vite each of its files takes three times as long.
    server: { deps: { external: [HARNESS] } },
    execArgv: [`--import=${new URL('../typescript/register.mjs', import.meta.url).href}`],
    reporters: [reporter],
    ...(hasNoEnd(selection) && { testTimeout: 0 }),
    maxWorkers: workers,
    fileParallelism: workers > 1,
    provide: {
      onlyTests: Object.fromEntries(selection.only ?? []),
      keepEvidence: selection.keepEvidence ?? false,
      ...(selection.replay && { replay: selection.replay }),
      mostSchedules: Object.fromEntries(selection.mostSchedules ?? []),
    },
  });
  await vitest.close();
  // Vitest sets it; what a failed test means is for the command to say.
  process.exitCode = exitCode;
}

/** Whether its tests may take hours. */
function hasNoEnd({ mostSchedules }: Selection): boolean {
  return [...(mostSchedules?.values() ?? [])].includes('all');
}
