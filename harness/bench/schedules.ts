import { fileURLToPath } from 'node:url';
import { Sandbox } from '../sandbox/sandbox.ts';
import { Controller, type Plan } from '../schedule/controller.ts';
import { Pool } from '../schedule/pool.ts';
import { exhaustive } from '../schedule/strategies/exhaustive.ts';
import { random } from '../schedule/strategies/random.ts';
import { follow } from '../schedule/strategies/replay.ts';
import { play } from '../schedule/testing/model.ts';
import { staleTakeover } from '../schedule/testing/stale-takeover.ts';
import { type Comparison, compare } from './pairs.ts';

const STEPS = 1_000;
/** Schedules that are played for one measurement: one alone is too short. */
const RUNS = 20;
/** Without sleep sets there are some two millions, which nobody wants to wait for here. */
const MOST_PLAIN = 200_000;

const programOf = (name: string) => new URL(`./programs/${name}.ts`, import.meta.url);
const sale = (processes: number): Plan => ({
  processes: Array.from({ length: processes }, (_, position) => ({
    name: `buyer ${position + 1}`,
    program: { module: programOf('sells-one').href, args: [] },
  })),
  files: { tickets: '1' },
});

/** A step of a process under control, against a message to a process and back over the same kind of pipe. */
export async function measureStep(rounds: number): Promise<Comparison> {
  const sandbox = new Sandbox('');
  const program = { module: programOf('marks-often').href, args: [STEPS] };
  const plan = { processes: [{ name: 'teller', program }], mostSteps: STEPS + 1 };
  const controller = new Controller(plan, await Pool.open(sandbox));
  const echo = await sandbox.playFile(fileURLToPath(programOf('echoes')), 'echoes', { channel: true });
  const { channel } = echo;
  try {
    return await compare(
      {
        name: 'step',
        subject: `${STEPS} steps of a process under control`,
        yardstick: `${STEPS} messages to a process and back, over a pipe`,
        aim: 2,
      },
      async () => {
        const { steps } = await controller.play(follow([]));
        if (steps.length !== STEPS) {
          throw new Error(`Expected ${STEPS} steps, saw ${steps.length}.`);
        }
      },
      async () => {
        for (let turn = 0; turn < STEPS; turn += 1) {
          await new Promise((resolve) => {
            channel.once('data', resolve);
            channel.write('ping\n');
          });
        }
      },
      rounds,
    );
  } finally {
    await sandbox.close();
  }
}

/** A schedule of two warm processes, against one for which two processes are started. */
export async function measurePool(rounds: number): Promise<Comparison> {
  const sandbox = new Sandbox('');
  const controller = new Controller(sale(2), await Pool.open(sandbox));
  try {
    return await compare(
      {
        name: 'pool',
        subject: `${RUNS} schedules of two warm processes`,
        yardstick: `${RUNS} schedules with fresh processes for each`,
        aim: 1 / 20,
      },
      () => playSome(controller, RUNS),
      async () => {
        for (let run = 0; run < RUNS; run += 1) {
          const own = new Sandbox('');
          await new Controller(sale(2), await Pool.open(own)).play(follow([]));
          await own.close();
        }
      },
      Math.min(rounds, 5),
    );
  } finally {
    await sandbox.close();
  }
}

/** What a schedule takes as processes grow from two to eight: lines to be read. */
export async function measureProcesses(): Promise<string[]> {
  const sandbox = new Sandbox('');
  const lines: string[] = [];
  try {
    const pool = await Pool.open(sandbox);
    for (let processes = 2; processes <= 8; processes += 1) {
      const controller = new Controller(sale(processes), pool);
      await playSome(controller, 5);
      const begun = performance.now();
      await playSome(controller, RUNS * 5);
      const each = (performance.now() - begun) / (RUNS * 5);
      lines.push(`${each.toFixed(2).padStart(8)} ms  a random schedule of ${processes} processes`);
    }
  } finally {
    await sandbox.close();
  }

  return lines;
}

/** How many schedules of the stale lock of three processes are left when sleep sets leave out what shows nothing new. */
export function countStaleTakeover(): string[] {
  const model = staleTakeover(3);
  const reduced = exhaustive();
  for (const _ of play(reduced, model));

  const plain = exhaustive({ sleepSets: false });
  for (const _ of play(plain, model)) {
    if (plain.runs === MOST_PLAIN) {
      break;
    }
  }

  const all = plain.runs === MOST_PLAIN ? `more than ${MOST_PLAIN}` : String(plain.runs);
  return [
    `  ${reduced.runs} schedules, and ${reduced.pruned} given up on the way, with sleep sets`,
    `  ${all} without`,
  ];
}

async function playSome(controller: Controller, runs: number): Promise<void> {
  const strategy = random({ seed: 1, runs });
  for (let scheduler = strategy.next(); scheduler !== undefined; scheduler = strategy.next()) {
    await controller.play(scheduler);
  }
}
