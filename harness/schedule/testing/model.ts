import { type Access, isSleep, type Operation } from '../operation.ts';
import type { Schedule, Situation, Strategy } from '../strategy.ts';

/** Where a process of a model stands. */
export interface Standing {
  /** Its next step does this. */
  operation: Operation;
  /** False while it is blocked. */
  isAble?: () => boolean;
}

/**
 * A process: each `yield` is a scheduling point, and what follows up to the next one is what that step does. So it is with a real
 * process, which runs freely between its operations. Nothing may be done before the first.
 */
export type Process<Shared> = (shared: Shared) => Generator<Standing, void>;

/** Processes in memory, so that strategies may be tried on programs whose answers are known. */
export interface Model<Shared> {
  /** What they share, as it is at the beginning of a run. */
  begin: () => Shared;
  processes: readonly Process<Shared>[];
  /** What decides how a run goes on, besides where its processes stand; without it no two states are known to be the same. */
  stateOf?: (shared: Shared) => unknown;
}

/** What a run of a model did. */
export interface Played<Shared> {
  schedule: Schedule;
  operations: readonly Operation[];
  shared: Shared;
  end: 'done' | 'deadlock' | 'nothing new';
}

export const reading = (...whats: string[]): Standing => standing('read', 'read', whats);
export const writing = (...whats: string[]): Standing => standing('write', 'write', whats);
/** Writes, as marks of a critical section do. */
export const mark = (what: string): Standing => standing('mark', 'write', [`mark:${what}`]);

function standing(name: string, access: Access, whats: string[]): Standing {
  return { operation: { name, touches: whats.map((what) => ({ what, access })) } };
}

/** A process that does these operations, with no effect. */
export function doing<Shared>(...standings: Standing[]): Process<Shared> {
  return function* () {
    yield* standings;
  };
}

/** A run of a model, a step at a time. */
export class ModelRun<Shared> implements Played<Shared> {
  readonly shared: Shared;
  readonly schedule: number[] = [];
  readonly operations: Operation[] = [];
  end: Played<Shared>['end'] = 'done';
  readonly #processes: { steps: Generator<Standing, void>; standing: Standing | undefined }[];
  readonly #stateOf: Model<Shared>['stateOf'];

  constructor({ begin, processes, stateOf }: Model<Shared>) {
    this.shared = begin();
    this.#stateOf = stateOf;
    this.#processes = processes.map((process) => {
      const steps = process(this.shared);
      return { steps, standing: steps.next().value ?? undefined };
    });
  }

  /** Undefined at the end of the run. */
  situation(): Situation | undefined {
    const enabled = this.#processes.flatMap(({ standing }, process) =>
      standing !== undefined && (standing.isAble?.() ?? true) ? [{ process, operation: standing.operation }] : [],
    );
    if (enabled.length === 0) {
      this.end = this.#processes.some(({ standing }) => standing !== undefined) ? 'deadlock' : 'done';
      return undefined;
    }

    const last = this.schedule.at(-1);
    const goesOn = enabled.some(({ process, operation }) => process === last && !isSleep(operation));
    return {
      step: this.schedule.length,
      enabled,
      ...(last !== undefined && { last }),
      hasYielded: last !== undefined && !goesOn,
      state: () =>
        this.#stateOf && JSON.stringify([this.#positions(), this.#stateOf(this.shared), goesOn ? last : null]),
    };
  }

  /** How many steps each process has made. */
  #positions(): number[] {
    return this.#processes.map((_, process) => this.schedule.filter((other) => other === process).length);
  }

  step(process: number): void {
    const chosen = this.#processes[process];
    if (chosen?.standing === undefined || chosen.standing.isAble?.() === false) {
      throw new Error(`Process ${process} of the model cannot make a step.`);
    }

    this.schedule.push(process);
    this.operations.push(chosen.standing.operation);
    chosen.standing = chosen.steps.next().value ?? undefined;
  }
}

/** The first run of a strategy for which a condition holds; no other is begun after it. */
export function firstPlayed<Shared>(
  strategy: Strategy,
  model: Model<Shared>,
  holds: (run: Played<Shared>) => boolean,
): Played<Shared> | undefined {
  for (const run of play(strategy, model)) {
    if (holds(run)) {
      return run;
    }
  }

  return undefined;
}

/** The runs of a strategy, each begun when it is asked for. */
export function* play<Shared>(strategy: Strategy, model: Model<Shared>): Generator<Played<Shared>> {
  for (let scheduler = strategy.next(); scheduler !== undefined; scheduler = strategy.next()) {
    const run = new ModelRun(model);
    for (let situation = run.situation(); situation !== undefined; situation = run.situation()) {
      const choice = scheduler.choose(situation);
      if ('stop' in choice) {
        run.end = 'nothing new';
        break;
      }

      run.step(choice.process);
    }

    yield run;
  }
}
