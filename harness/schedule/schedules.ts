import { pathToFileURL } from 'node:url';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { Controller, type Plan } from './controller.ts';
import { type Replay, type ScheduleEvidence, writeReplay } from './evidence.ts';
import { type Explored, explore, showSchedule } from './explore.ts';
import { ScheduleFailure } from './failure.ts';
import { followList, followPositions } from './follow-list.ts';
import type { Oracle } from './oracle.ts';
import { everyoneFinishes } from './oracles/everyone-finishes.ts';
import { inTheEnd } from './oracles/in-the-end.ts';
import { marksAre } from './oracles/marks-are.ts';
import { meaning } from './oracles/meaning.ts';
import { mutualExclusion } from './oracles/mutual-exclusion.ts';
import { withoutWaiting } from './oracles/without-waiting.ts';
import { Pool } from './pool.ts';
import type { SharedFiles } from './shared-files.ts';
import { standstill } from './standstill.ts';
import { exhaustive } from './strategies/exhaustive.ts';
import { pct } from './strategies/pct.ts';
import { random } from './strategies/random.ts';
import type { Strategy } from './strategy.ts';
import { switchesOf } from './stretches.ts';
import { waitForCycle } from './wait-for.ts';

/** Which schedules are tried. */
export type Choice =
  /** Every one, but for those that differ in the order of independent steps only. */
  | 'all'
  | { preemptions: number }
  /** So many at random. */
  | { random: number; seed?: number }
  /** So many by random priorities, to find bugs of that depth (Burckhardt et al. 2010). */
  | { pct: number; depth: number; steps: number; seed?: number };

/** Where many answers are judged nobody reads how short a schedule is. */
const SHORTENING_RUNS_WHERE_MANY_ARE_JUDGED = 20;

/** What is to be explored. */
export interface ExploreRequest {
  /** How many processes play the scenario, or their names, or their names and what each is given as arguments. */
  processes: number | readonly (string | { name: string; args: readonly unknown[] })[];
  /** Given to every process after its name. */
  args?: readonly unknown[];
  /** What they share in the beginning, by path. */
  files?: SharedFiles;
  schedules: Choice;
  /** What must hold in every schedule, besides that everyone finishes. */
  oracles?: readonly Oracle[];
  mostRuns?: number;
  /** How many runs an answer gets that waits for what is not under control; none where hours pass in the scenario. */
  freeRuns?: number;
  /** How many processes may be killed in a run, at any step (0). */
  crashes?: number;
}

/** What is to be played in one given order. */
export type FollowRequest = Pick<ExploreRequest, 'processes' | 'args' | 'files' | 'oracles' | 'crashes'>;

/** A list that was followed to its end. */
export interface Followed extends ScheduleEvidence {
  /** How often it goes from one process to another. */
  switches: number;
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
  readonly meaning = meaning;
  /** Who waits for whom, in a circle, when a run is blocked. */
  readonly waitForCycle = waitForCycle;
  /** What was explored so far. */
  readonly evidence: ScheduleEvidence[] = [];
  readonly #sandbox: Sandbox;
  readonly #replay: Replay | undefined;
  readonly #mostSchedules: number | undefined;
  #pool: Promise<Pool> | undefined;

  /**
   * @param replay a schedule to be shown instead of any exploration
   * @param mostSchedules that are tried by one exploration, whatever it asks for
   */
  constructor(sandbox: Sandbox, { replay, mostSchedules }: { replay?: Replay; mostSchedules?: number } = {}) {
    this.#sandbox = sandbox;
    this.#replay = replay;
    this.#mostSchedules = mostSchedules;
  }

  /**
   * Plays schedules of a scenario until one goes wrong.
   * @param scenario a file of the kata's scenarios whose default function is given the name of its process, and arguments
   * @throws {ScheduleFailure} with the schedule that goes wrong, made as short as it gets
   */
  async explore(scenario: string, request: ExploreRequest): Promise<ScheduleEvidence> {
    const { controller, names } = await this.#prepare(scenario, request);
    const oracles = [...(request.oracles ?? []), everyoneFinishes];
    const isAsked = this.#replay !== undefined;
    const base = { scenario, processes: names, explored: describe(request, names.length), isAsked };
    const { freeRuns } = request;
    const most = this.#mostSchedules;
    const mostRuns = Math.min(request.mostRuns ?? Number.POSITIVE_INFINITY, most ?? Number.POSITIVE_INFINITY);
    const explored =
      this.#replay === undefined
        ? await explore(controller, {
            strategies: strategiesFor(request.schedules),
            oracles,
            ...(Number.isFinite(mostRuns) && { mostRuns }),
            ...(most !== undefined && { shorteningRuns: Math.min(most, SHORTENING_RUNS_WHERE_MANY_ARE_JUDGED) }),
            ...(freeRuns !== undefined && { freeRuns }),
          })
        : await showSchedule(controller, this.#asked(scenario, names.length), oracles);

    return this.#conclude(base, explored, request);
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
    const { controller, names } = await this.#prepare(scenario, request);
    const { oracles = [] } = request;
    const base = { scenario, processes: names, explored: 'a given list', isAsked: true };
    const explored =
      this.#replay === undefined
        ? await followList(controller, names, await list(), oracles)
        : await followPositions(controller, this.#asked(scenario, names.length), oracles);
    const evidence = this.#conclude(base, explored, request);
    return { ...evidence, switches: switchesOf(evidence.shown?.schedule ?? []) };
  }

  async #prepare(scenario: string, request: FollowRequest): Promise<{ controller: Controller; names: string[] }> {
    const plan = this.#plan(scenario, request);
    this.#pool ??= Pool.open(this.#sandbox);
    return { controller: new Controller(plan, await this.#pool), names: plan.processes.map(({ name }) => name) };
  }

  #conclude(
    base: Pick<ScheduleEvidence, 'scenario' | 'processes' | 'explored' | 'isAsked'>,
    { counterexample, ...explored }: Explored,
    request: FollowRequest,
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
      const replay = writeReplay({ ...base, processes: base.processes.length, schedule });
      const before = request.files ?? {};
      evidence.shown = { schedule, replay, steps, ends, before, isFlaky, ...(finding && { finding }) };
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

  #plan(scenario: string, { processes, args = [], files = {}, crashes = 0 }: FollowRequest): Plan {
    const module = pathToFileURL(this.#sandbox.fileOf(scenario)).href;
    const list =
      typeof processes === 'number'
        ? Array.from({ length: processes }, (_, position) => `process ${position + 1}`)
        : processes;
    return {
      files,
      crashes,
      processes: list.map((one) => {
        const { name, args: own } = typeof one === 'string' ? { name: one, args: [] } : one;
        return { name, program: { module, args: [...own, ...args] } };
      }),
    };
  }
}

function strategiesFor(choice: Choice): Strategy[] {
  if (choice === 'all') {
    // Most bugs need one preemption: those schedules are few, and show them in the shortest way.
    return [exhaustive({ preemptions: 1 }), exhaustive()];
  }

  if ('preemptions' in choice) {
    return [exhaustive({ preemptions: choice.preemptions })];
  }

  const { seed = Date.now() % 1_000_000 } = choice;
  return [
    'random' in choice
      ? random({ seed, runs: choice.random })
      : pct({ seed, runs: choice.pct, depth: choice.depth, steps: choice.steps }),
  ];
}

function describe({ schedules: choice, crashes = 0 }: ExploreRequest, processes: number): string {
  const of = `of ${plural(processes, 'process', 'processes')}${crashes === 0 ? '' : `, of which ${crashes} may be killed,`}`;
  if (choice === 'all') {
    return `all schedules ${of}`;
  }

  if ('preemptions' in choice) {
    return `schedules ${of} with up to ${plural(choice.preemptions, 'preemption', 'preemptions')}`;
  }

  return 'random' in choice ? `random schedules ${of}` : `schedules ${of} by random priorities`;
}

function plural(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
