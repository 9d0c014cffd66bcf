import { isPreemption, type Schedule } from '../strategy.ts';
import { type Model, ModelRun, type Played } from './model.ts';

/** A run, with the number of its preemptions. */
export interface Counted<Shared> extends Played<Shared> {
  preemptions: number;
}

/** All runs of a model, found in the simplest way there is, to compare strategies with. */
export function everySchedule<Shared>(model: Model<Shared>, beginning: Schedule = []): Counted<Shared>[] {
  const run = new ModelRun(model);
  let preemptions = 0;
  for (const process of beginning) {
    const situation = run.situation();
    preemptions += situation !== undefined && isPreemption(situation, process) ? 1 : 0;
    run.step(process);
  }

  const situation = run.situation();
  return situation === undefined
    ? [{ schedule: beginning, operations: run.operations, shared: run.shared, end: run.end, preemptions }]
    : situation.enabled.flatMap(({ process }) => everySchedule(model, [...beginning, process]));
}
