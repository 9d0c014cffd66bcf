import { pathToFileURL } from 'node:url';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { MostSchedules } from '../sandbox/test-selection.ts';
import { Controller } from './controller.ts';
import { leaveDead } from './dead-holder.ts';
import { type Replay, type ScheduleEvidence, writeReplay } from './evidence.ts';
import { type Explored, type ExploreOptions, explore, showSchedule } from './explore.ts';
import { describeRequest, type ExploreRequest, type FollowRequest, planFor, strategiesFor } from './explore-request.ts';
import { ScheduleFailure } from './failure.ts';
import { followList, followPositions } from './follow-list.ts';
import { conserved } from './oracles/conserved.ts';
import { everyoneFinishes } from './oracles/everyone-finishes.ts';
import { inTheEnd } from './oracles/in-the-end.ts';
import { marksAre } from './oracles/marks-are.ts';
import { meaning } from './oracles/meaning.ts';
import { mutualExclusion } from './oracles/mutual-exclusion.ts';
import { overlap } from './oracles/overlap.ts';
import { recovery } from './oracles/recovery.ts';
import { withoutWaiting } from './oracles/without-waiting.ts';
import type { Played } from './played.ts';
import { Pool } from './pool.ts';
import type { SharedFiles } from './shared-files.ts';
import { standstill } from './standstill.ts';
import { switchesOf } from './stretches.ts';
import { waitForCycle } from './wait-for.ts';

export type { Choice, ExploreRequest, FollowRequest } from './explore-request.ts';

/** Where many answers are judged nobody reads how short a schedule is. */
const SHORTENING_RUNS_WHERE_MANY_ARE_JUDGED = 20;

function shorteningRuns({ schedules }: ExploreRequest, most: MostSchedules | undefined): { shorteningRuns?: number } {
  const isGiven = schedules === 'in step' || (schedules !== 'all' && 'standsStillAfter' in schedules);
  if (isGiven || (schedules !== 'all' && 'pairs' in schedules)) {
    // Of one that is given nothing can be left out; one that somebody made is made shorter by whoever made it.
    return { shorteningRuns: 0 };
  }

  return typeof most === 'number' ? { shorteningRuns: Math.min(most, SHORTENING_RUNS_WHERE_MANY_ARE_JUDGED) } : {};
}

/** When an exploration ends though schedules are left. */
function limitsOf({ mostRuns, mostMs }: ExploreRequest, most: MostSchedules | undefined): Partial<ExploreOptions> {
  if (most === 'all') {
    return { mostRuns: Number.POSITIVE_INFINITY, mostMs: Number.POSITIVE_INFINITY };
  }

  const runs = [mostRuns, most].filter((one) => one !== undefined);
  return { ...(runs.length > 0 && { mostRuns: Math.min(...runs) }), ...(mostMs !== undefined && { mostMs }) };
}

/** A list that was followed to its end. */
export interface Followed extends ScheduleEvidence {
  /** How often it goes from one process to another. */
  switches: number;
}

/** What a request amounts to. */
interface Prepared {
  controller: Controller;
  names: string[];
  /** What is shared in the beginning. */
  before: SharedFiles;
  /** How the one played who was to be killed before. */
  dead?: Played;
}

/**
 * Explores how processes can be interleaved: plays a scenario's default function in real processes, one step at a time, in schedule
 * after schedule.
 */
export class Schedules {
  /** Never two processes inside at once, between their marks `enters` and `leaves`. */
  readonly mutualExclusion = mutualExclusion;
  readonly everyoneFinishes = everyoneFinishes;
  readonly inTheEnd = inTheEnd;
  readonly marksAre = marksAre;
  readonly withoutWaiting = withoutWaiting;
  readonly overlap = overlap;
  readonly recovery = recovery;
  readonly conserved = conserved;
  readonly meaning = meaning;
  /** Who waits for whom, in a circle, when a run is blocked. */
  readonly waitForCycle = waitForCycle;
  /** What was explored so far. */
  readonly evidence: ScheduleEvidence[] = [];
  readonly #sandbox: Sandbox;
  readonly #replay: Replay | undefined;
  readonly #mostSchedules: MostSchedules | undefined;
  readonly #open: () => Promise<Pool>;
  #pool: Promise<Pool> | undefined;

  /**
   * @param sandbox where the scenarios are
   * @param pool gives the processes; if not given they are started in the sandbox
   * @param replay a schedule to be shown instead of any exploration
   * @param mostSchedules that are tried by one exploration: so many at most, or all there are, whatever it asks for
   */
  constructor(
    sandbox: Sandbox,
    {
      pool = () => Pool.open(sandbox),
      replay,
      mostSchedules,
    }: { pool?: () => Promise<Pool>; replay?: Replay; mostSchedules?: MostSchedules } = {},
  ) {
    this.#sandbox = sandbox;
    this.#open = pool;
    this.#replay = replay;
    this.#mostSchedules = mostSchedules;
  }

  /**
   * Plays schedules of a scenario until one goes wrong.
   * @param scenario a file of the kata's scenarios whose default function is given the name of its process, and arguments
   * @throws {ScheduleFailure} with the schedule that goes wrong, made as short as it gets
   */
  async explore(scenario: string, request: ExploreRequest): Promise<ScheduleEvidence> {
    const { controller, names, before, dead } = await this.#prepare(scenario, request);
    if (dead !== undefined && dead.processes[0]?.state !== 'killed') {
      return this.#concludeAlone(scenario, dead);
    }

    const oracles = [...(request.oracles ?? []), everyoneFinishes];
    const isAsked = this.#replay !== undefined;
    const base = { scenario, processes: names, explored: describeRequest(request, names.length), isAsked };
    const { freeRuns } = request;
    const most = this.#mostSchedules;
    const explored =
      this.#replay === undefined
        ? await explore(controller, {
            strategies: strategiesFor(request.schedules),
            oracles,
            ...limitsOf(request, most),
            ...shorteningRuns(request, most),
            ...(freeRuns !== undefined && { freeRuns }),
          })
        : await showSchedule(controller, this.#asked(scenario, names.length), oracles);

    return this.#conclude(base, explored, before, request.schedules === 'in step');
  }

  /**
   * Plays one schedule of a scenario: a list with the name of a process for each step. It must be whole: every step can be made, and
   * after the last one everybody has ended or waits for ever, which is no fault here.
   * @param list gives the list; not asked when another schedule is to be shown instead
   * @throws {ScheduleFailure} when the list is not whole, or an oracle finds something
   */
  async follow(
    scenario: string,
    request: FollowRequest,
    list: () => Promise<readonly string[]> | readonly string[],
  ): Promise<Followed> {
    const { controller, names, before } = await this.#prepare(scenario, request);
    const { oracles = [] } = request;
    const base = { scenario, processes: names, explored: 'a given list', isAsked: true };
    const explored =
      this.#replay === undefined
        ? await followList(controller, names, await list(), oracles)
        : await followPositions(controller, this.#asked(scenario, names.length), oracles);
    const evidence = this.#conclude(base, explored, before);
    return { ...evidence, switches: switchesOf(evidence.shown?.schedule ?? []) };
  }

  async #prepare(scenario: string, request: FollowRequest): Promise<Prepared> {
    const module = pathToFileURL(this.#sandbox.fileOf(scenario)).href;
    const plan = planFor(module, request);
    const names = plan.processes.map(({ name }) => name);
    this.#pool ??= this.#open();
    const pool = await this.#pool;
    const { dead, files = {} } = request;
    if (dead === undefined) {
      return { controller: new Controller(plan, pool), names, before: files };
    }

    const alone = planFor(module, { ...request, processes: [{ name: dead.name, args: dead.args ?? [] }] });
    const { played, directory, files: before } = await leaveDead(alone, dead, pool);
    const controller = new Controller({ ...plan, files: {}, legacy: directory }, pool);
    return { controller, names, before, dead: played };
  }

  /** Nobody else has played: the one alone did not get where it was to be killed. */
  #concludeAlone(scenario: string, played: Played): ScheduleEvidence {
    const names = played.processes.map(({ name }) => name);
    const base = { scenario, processes: names, explored: 'one process alone', isAsked: false };
    const explored = { runs: 0, pruned: 0, crashes: 0, isComplete: false, wasOutside: played.wasOutside };
    if (played.wasOutside) {
      return this.#conclude(base, explored, {});
    }

    const finding = everyoneFinishes(played);
    if (finding === undefined) {
      throw new Error(
        `In '${scenario}' ${names.join()} came to its end without the mark at which it was to be killed.`,
      );
    }

    return this.#conclude(base, { ...explored, counterexample: { played, finding, isFlaky: false } }, {});
  }

  #conclude(
    base: Pick<ScheduleEvidence, 'scenario' | 'processes' | 'explored' | 'isAsked'>,
    { counterexample, ...explored }: Explored,
    before: SharedFiles,
    isInStep = false,
  ): ScheduleEvidence {
    const evidence: ScheduleEvidence = { ...base, ...explored };
    if (counterexample !== undefined) {
      const { finding, played, isFlaky } = counterexample;
      const { processes: ends } = played;
      // What comes after it went wrong is of no interest.
      const last = played.end === 'blocked' ? standstill(played) : played.steps.length;
      const length = (finding?.step ?? last) + 1;
      const schedule = played.schedule.slice(0, length);
      const steps = played.steps.slice(0, length);
      const shown = { schedule, steps, ends, before, isFlaky, ...(finding && { finding }) };
      // After a part of a schedule they would not go on in step, and go wrong no more.
      const goesWrongAgain = !isInStep || finding?.step === undefined || played.end === 'all over';
      const replay = writeReplay({ ...base, processes: base.processes.length, schedule });
      evidence.shown = { ...shown, ...(goesWrongAgain && { replay }) };
    }

    this.evidence.push(evidence);
    if (counterexample?.finding !== undefined) {
      throw new ScheduleFailure(evidence);
    }

    return evidence;
  }

  #asked(scenario: string, processes: number): readonly number[] | undefined {
    const { schedule, ...asked } = this.#replay ?? { scenario: '', processes: 0, schedule: [] };
    return asked.scenario === scenario && asked.processes === processes ? schedule : undefined;
  }
}
