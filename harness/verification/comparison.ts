import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { Collector } from '../reporting/collector.ts';
import type { TestOutcome } from '../reporting/outcome.ts';
import type { Evidence } from '../sandbox/evidence.ts';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';
import { buildTimeline, type Timeline } from '../timeline/model.ts';
import type { Kata } from '../workbook/katas.ts';
import { createOverlay } from '../workbook/overlay.ts';
import { UsageError } from '../workbook/usage-error.ts';
import { runTests } from './run-tests.ts';

/** One test on one answer. */
export interface Side {
  state: TestOutcome['state'] | 'missing';
  diagnosis?: string;
  durationMs: number;
  /** Processes that the scenarios of the test were made of, all of them together. */
  processes: number;
  /** A timeline for each scenario that the test played. */
  timelines: Timeline[];
}

/** A learner's answer beside the reference: plain data. */
export interface Comparison {
  kata: string;
  tests: { name: string; yours: Side; reference: Side }[];
  /** From yours to the reference, as a unified diff; empty when they are the same. */
  sourceDiff: string;
}

/**
 * Runs all tests of a kata on the learner's answer and on the reference.
 * @throws {UsageError} when one of the two is missing
 */
export async function compareWithReference(root: string, kata: Kata): Promise<Comparison> {
  const overlay = await createOverlay(
    root,
    [
      { kata, label: 'yours', files: { directory: kata.directory } },
      { kata, label: 'reference', files: { directory: kata.solution } },
    ],
    testRunDirectory(),
  );
  const collector = new Collector();
  await runTests({
    root: overlay.directory,
    files: [...overlay.testFiles.values()],
    reporter: collector,
    keepEvidence: true,
  });

  const of = (label: string) => collector.outcomes.filter(({ file }) => file === overlay.testFiles.get(label));
  const [yours, reference] = [of('yours'), of('reference')];
  const trouble = yours.find(({ kind }) => kind !== 'test');
  if (trouble !== undefined) {
    throw new UsageError(`${trouble.name}: ${trouble.verdict?.saw}\nnext: npm test ${kata.id}`);
  }

  const source = await read(join(kata.directory, kata.test));
  const inOrder = reference.toSorted((one, other) => source.indexOf(one.name) - source.indexOf(other.name));
  const tests = inOrder.map(({ name }) => ({ name, yours: sideOf(name, yours), reference: sideOf(name, reference) }));
  return { kata: kata.id, tests, sourceDiff: await diffSources(kata) };
}

function sideOf(name: string, outcomes: readonly TestOutcome[]): Side {
  const outcome = outcomes.find((one) => one.name === name);
  if (outcome === undefined) {
    return { state: 'missing', durationMs: 0, processes: 0, timelines: [] };
  }

  const { state, durationMs, verdict, runs = [] } = outcome;
  const timelines = runs.map(drawableTimeline);
  return {
    state,
    durationMs: Math.round(durationMs),
    processes: timelines.reduce((sum, { processes }) => sum + processes.length, 0),
    timelines,
    ...(verdict === undefined ? {} : { diagnosis: verdict.diagnosis }),
  };
}

function drawableTimeline({ events, pid }: Evidence): Timeline {
  return buildTimeline(events, { main: pid });
}

async function diffSources({ directory, solution, stub, id }: Kata): Promise<string> {
  const [yours, reference] = await Promise.all([join(directory, stub), join(solution, stub)].map(read));
  return yours === reference
    ? ''
    : createTwoFilesPatch(
        `katas/${id}/${stub}`,
        `solutions/${id}/${stub}`,
        yours ?? '',
        reference ?? '',
        'yours',
        'reference',
      );
}

function read(file: string): Promise<string> {
  return readFile(file, 'utf8');
}
