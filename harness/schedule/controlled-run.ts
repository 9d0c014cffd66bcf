import type { ControlledProcess } from './controlled-process.ts';
import type { Plan } from './controller.ts';
import { type View, viewsOf } from './identities.ts';
import { Looks } from './looks.ts';
import { CRASH, isSleep, type Operation } from './operation.ts';
import { hasChanged, type Played, type RunEnd, type Step } from './played.ts';
import type { Report } from './protocol.ts';
import type { SharedDirectory, SharedFiles } from './shared-files.ts';
import { stateKey } from './state-key.ts';
import type { Scheduler } from './strategy.ts';

/** How often a process that only looks again may do so when nobody else can go on either. */
const MOST_LOOKS = 25;
/** A process that has made no step for so long computes without end, or waits for what nobody sees. */
const NO_STEP_MS = 10_000;
const OUTSIDE_MS = 1_000;

/** One run: its processes, where they stand, and the steps they have made. */
export class ControlledRun {
  readonly processes: readonly ControlledProcess[];
  readonly #directory: SharedDirectory;
  readonly #isTraced: boolean;
  readonly #schedule: number[] = [];
  readonly #steps: Step[] = [];
  #crashesLeft: number;
  #now = 0;
  readonly #looks = new Looks();
  #looksInVain = 0;
  #lastStanding = '';
  #wasOutside = false;
  #shared: SharedFiles | undefined;
  readonly #areAlike: boolean;
  #allViews: readonly View[] | undefined;

  constructor(
    processes: readonly ControlledProcess[],
    directory: SharedDirectory,
    { isTraced, crashes, areAlike }: { isTraced: boolean; crashes: number; areAlike: boolean },
  ) {
    this.#crashesLeft = crashes;
    this.#areAlike = areAlike;
    this.processes = processes;
    this.#directory = directory;
    this.#isTraced = isTraced;
  }

  async begin({ processes }: Plan, number: number, isFree: boolean): Promise<void> {
    // The run's clock begins now: files get their times from the machine's clock, and their age is told by comparing.
    const epoch = Date.now();
    for (const [position, process] of this.processes.entries()) {
      const { program } = processes[position] ?? {};
      if (program !== undefined) {
        const { path: directory } = this.#directory;
        const isTraced = this.#isTraced;
        const own = { process: process.name, program, directory };
        process.begin({ type: 'run', number, ...own, epoch, isTraced, isFree });
      }
    }

    // What programs do before their first operation is no concern of the others, so they may do it at the same time.
    for (const process of isFree ? [] : this.processes) {
      await this.#awaitReport(process, NO_STEP_MS);
    }
  }

  async goOn(scheduler: Scheduler, mostSteps: number): Promise<RunEnd> {
    for (;;) {
      await this.#takeFromOutside();
      if (this.processes.every(({ isOver }) => isOver)) {
        return 'all over';
      }

      if (this.processes.some((process) => process.isComputing)) {
        return 'no step';
      }

      const enabled = this.#enabled(scheduler.wakesAll === true);
      if (enabled.length === 0) {
        return this.processes.some(({ isOutside }) => isOutside) ? 'outside' : 'blocked';
      }

      if (this.#steps.length >= mostSteps) {
        return 'too many steps';
      }

      if (this.#looks.areEndless) {
        return 'no pause';
      }

      // Who runs goes on running when somebody else is killed: to turn to a third one is a preemption as before.
      const last = this.#schedule.findLast((process) => process < this.processes.length);
      const hasYielded = last === undefined || this.#hasYielded(last, enabled);
      const choice = scheduler.choose({
        step: this.#steps.length,
        enabled,
        ...(last === undefined ? {} : { last }),
        hasYielded,
        state: () => this.#stateKey(hasYielded ? undefined : last),
        stateAfterCrash: (process) => this.#stateKeyAfterCrash(process - this.processes.length, last),
        onlyLooks: enabled.every(({ process }) => this.processes[process]?.waitsForChange(() => this.#read())),
      });
      if ('stop' in choice) {
        return choice.stop;
      }

      this.#schedule.push(choice.process);
      if (choice.process < this.processes.length) {
        await this.#step(choice.process);
      } else {
        await this.#kill(choice.process - this.processes.length);
      }
    }
  }

  /** Waits until all are over, who run without control. */
  async awaitAll(): Promise<RunEnd> {
    const marks = await Promise.all(
      this.processes.map(async (process, position) => {
        const report = await this.#awaitReport(process, NO_STEP_MS);
        const told = report?.type === 'done' ? (report.marks ?? []) : [];
        return told.map(({ at, ...mark }) => ({
          at,
          process: position,
          operation: { name: 'mark', touches: [], mark },
        }));
      }),
    );
    this.#steps.push(...marks.flat().toSorted((one, other) => one.at - other.at));
    return this.processes.every(({ isOver }) => isOver) ? 'all over' : 'blocked';
  }

  played(end: RunEnd): Played {
    return {
      end,
      schedule: this.#schedule,
      steps: this.#steps,
      processes: this.processes.map((process) => process.end()),
      files: this.#directory.read(),
      wasOutside: this.#wasOutside,
    };
  }

  #enabled(wakesAll: boolean): { process: number; operation: Operation }[] {
    const shared = () => this.#read();
    const able = this.processes.flatMap((process, position) =>
      process.next === undefined ? [] : [{ process: position, operation: process.next.operation, by: process }],
    );
    const offered = (some: typeof able) => some.map(({ process, operation }) => ({ process, operation }));
    const enabled = able.filter(({ by }) => !by.waitsForChange(shared));
    if (enabled.length > 0) {
      return [...offered(wakesAll ? able : enabled), ...this.#crashes()];
    }

    // Nobody else can go on. Perhaps somebody only counts how often it has looked: let time pass for a while.
    const [first] = able.toSorted((one, other) => (one.operation.until ?? 0) - (other.operation.until ?? 0));
    const standing = this.#standing();
    this.#looksInVain = standing === this.#lastStanding ? this.#looksInVain + 1 : 0;
    this.#lastStanding = standing;
    return first === undefined || this.#looksInVain > MOST_LOOKS * able.length
      ? []
      : offered(wakesAll ? able : [first]);
  }

  /**
   * Who may be killed now: whoever has begun and is not over. One that has not begun holds nothing; and one that has only looked since
   * could as well have been killed before it did, which is another schedule.
   */
  #crashes(): { process: number; operation: Operation }[] {
    if (this.#crashesLeft === 0) {
      return [];
    }

    const last = this.#steps.at(-1);
    return this.processes.flatMap((process, position) =>
      process.isOver ||
      !this.#steps.some((step) => step.process === position) ||
      (last?.process === position && !hasChanged(last))
        ? []
        : [{ process: position + this.processes.length, operation: CRASH }],
    );
  }

  /** What tells where everything stands now; nothing where nobody can say. */
  #stateKey(running: number | undefined): string | undefined {
    const standing = this.processes.map((process) => process.standing(this.#views));
    return this.#keyOf(standing, this.#crashesLeft, running);
  }

  /** The same for what comes of it when one is killed. */
  #stateKeyAfterCrash(killed: number, last: number | undefined): string | undefined {
    const standing = this.processes.map((process, position) =>
      process.standing(this.#views, position === killed ? 'it is killed' : 'another one is killed'),
    );
    const next = last === undefined || last === killed ? undefined : this.processes[last]?.next;
    const goesOn = next !== undefined && !isSleep(next.operation);
    return this.#keyOf(standing, this.#crashesLeft - 1, goesOn ? last : undefined);
  }

  #keyOf(
    standing: readonly (readonly unknown[] | undefined)[],
    crashesLeft: number,
    running: number | undefined,
  ): string | undefined {
    const known = standing.filter((one) => one !== undefined);
    if (known.length < standing.length) {
      return undefined;
    }

    const marks = this.#steps.flatMap(({ process, operation: { mark } }) =>
      mark === undefined ? [] : [{ process, mark }],
    );
    return stateKey(this.#views, { standing: known, files: this.#read(), marks, crashesLeft, running });
  }

  get #views(): readonly View[] {
    this.#allViews ??= viewsOf(
      this.#directory.path,
      this.processes.map(({ name, actor }) => ({ name, pid: actor.run.pid, startTicks: actor.startTicks })),
      this.#areAlike,
    );
    return this.#allViews;
  }

  /** What changes when anybody gets anywhere. */
  #standing(): string {
    const marks = this.#steps.filter(({ operation }) => operation.name === 'mark').length;
    const over = this.processes.filter(({ isOver }) => isOver).length;
    return JSON.stringify([marks, over, this.#read()]);
  }

  #hasYielded(last: number, enabled: readonly { process: number; operation: Operation }[]): boolean {
    const next = enabled.find(({ process }) => process === last);
    return next === undefined || isSleep(next.operation);
  }

  async #step(position: number): Promise<void> {
    const process = this.processes[position];
    const next = process?.next;
    if (process === undefined || next === undefined) {
      throw new Error('Expected a process that can make a step.');
    }

    this.#now = Math.max(this.#now, next.operation.until ?? 0);
    process.noteStep(next.operation);
    process.actor.send({ type: 'step', position: next.position, now: this.#now });
    const step: Step = { process: position, operation: next.operation, at: this.#now };
    this.#steps.push(step);
    this.#shared = undefined;
    const report = await this.#awaitReport(process, NO_STEP_MS);
    if (report !== undefined && 'did' in report && report.did !== undefined) {
      const { told, ...outcome } = report.did;
      step.outcome = outcome;
      process.noteTold(next.operation, told);
    } else {
      process.noteTold(next.operation, isSleep(next.operation) ? 'slept' : undefined);
    }

    this.#looks.note(step, () => this.#read());
    if (this.#isTraced) {
      step.files = this.#read();
    }
  }

  async #kill(position: number): Promise<void> {
    this.#crashesLeft -= 1;
    await this.processes[position]?.kill();
    for (const process of this.processes) {
      process.noteDeath();
    }

    this.#shared = undefined;
    const files = this.#isTraced ? { files: this.#read() } : {};
    this.#steps.push({ process: position, operation: CRASH, at: this.#now, ...files });
  }

  async #awaitReport(process: ControlledProcess, limitMs: number): Promise<Report | undefined> {
    const report = await process.actor.report(limitMs);
    this.#take(process, report);
    return report;
  }

  #take(process: ControlledProcess, report: Report | undefined): void {
    if (report?.type !== 'ready') {
      process.stands(report, () => this.#read());
      this.#wasOutside ||= process.isOutside || (report?.type === 'before' && report.resources !== undefined);
    }
  }

  /** Who waits for what nobody sees may have got it; when nobody else can go on it is waited for. */
  async #takeFromOutside(): Promise<void> {
    const outside = this.processes.filter(({ isOutside }) => isOutside);
    for (const process of outside) {
      const report = process.actor.takeReport();
      if (report !== undefined) {
        this.#take(process, report);
      }
    }

    const stillOutside = outside.filter(({ isOutside }) => isOutside);
    if (stillOutside.length > 0 && this.processes.every(({ next }) => next === undefined)) {
      await Promise.race(
        stillOutside.map(async (process) => {
          const report = await process.actor.report(OUTSIDE_MS);
          if (report !== undefined) {
            this.#take(process, report);
          }
        }),
      );
    }
  }

  #read(): SharedFiles {
    this.#shared ??= this.#directory.read();
    return this.#shared;
  }
}
