import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { dir } from 'tmp-promise';
import { scenarioEnvironment } from './environment.ts';
import { JournalReader } from './journal-reader.ts';
import { GATES_DIRECTORY, JOURNAL_FILE, monotonicMs } from './journal-writer.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { Members } from './members.ts';
import { Observation } from './observation.ts';
import { CapturedOutput } from './output.ts';
import { PID_NAMESPACE } from './pid-namespace.ts';
import { removeTree } from './remove-tree.ts';
import { Run } from './run.ts';
import { recordSession, testRunDirectory } from './test-run-directory.ts';
import { sharedWatcher, type Watcher } from './watcher.ts';

/** How a scenario is to be played. */
export interface PlayOptions {
  /** Arguments of the scenario. */
  args?: readonly string[];
  /** Environment variables on top of the minimal ones. */
  env?: Readonly<Record<string, string>>;
  /** Processes that may be left when the scenario's own process has ended (0): they are ended with the test. */
  survivors?: number;
  /** Another program than node with the scenario: a command and its arguments. */
  command?: readonly [string, ...string[]];
  /**
   * In a pid namespace of its own, where a scenario can use `choosePid` (false). Not on every system: `sandbox.hasPidNamespaces`.
   * The pids that its processes tell are those inside, so it is steered by marks: who waits at a gate cannot be told there.
   */
  pidNamespace?: boolean;
  /** Working directory; a fresh one of the sandbox's own if not given. */
  cwd?: string;
  limits?: Partial<Limits>;
  /** Gives the process a line to us at file descriptor 3, both ways: `Run.channel`. */
  channel?: boolean;
}

/**
 * Starts a scenario as the leader of its own session, in its own directory, with a minimal environment.
 * @param file the scenario's file
 * @param name what the reports call it
 * @param watcher looks at the process table for the run
 * @throws {Error} when it could not be started
 */
export async function play(
  file: string,
  name: string,
  options: PlayOptions = {},
  watcher: Watcher = sharedWatcher(),
): Promise<Run> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { directory, workDirectory, remove } = await makeDirectory();
  const journal = new JournalReader(join(directory, JOURNAL_FILE));
  const since = monotonicMs();
  const program = options.command ?? [process.execPath, file];
  const [command, ...args] = options.pidNamespace ? [...PID_NAMESPACE, ...program] : program;
  // Not execa: to load it takes longer than to boot Node, and a learner waits for that at each run of the tests.
  const child = spawn(command, [...args, ...(options.args ?? [])], {
    cwd: options.cwd ?? workDirectory,
    env: scenarioEnvironment(directory, workDirectory, options.env),
    // setsid(2): signals of the terminal do not reach it, and all that it starts can be told by the session.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(options.channel === true ? (['pipe'] as const) : [])],
  }) as ChildProcessByStdio<null, Readable, Readable>;
  try {
    await once(child, 'spawn');
  } catch (error) {
    journal.close();
    await remove();
    throw new Error(`The scenario could not be started: ${error instanceof Error ? error.message : command}`);
  }

  const { pid = 0 } = child;
  const testRun = testRunDirectory();
  const members = new Members({
    directory,
    since,
    self: process.pid,
    onSession: (change) => recordSession(testRun, change),
  });
  members.expectSession(pid);
  const output = { stdout: new CapturedOutput(child.stdout), stderr: new CapturedOutput(child.stderr) };
  const channel = (child.stdio as readonly unknown[])[3] as Duplex | undefined;
  const observation = new Observation({ leader: pid, members, journal, output, since }, limits);
  const unwatch = watcher.watch(observation);
  observation.onUnsettled = () => {
    turnOfTheLoop()
      .then(() => {
        observation.noteTurn();
        return watcher.look();
      })
      .catch((error: unknown) => observation.fail(error));
  };
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      observation.noteExit({ code, signal }, monotonicMs());
      resolve();
    });
  });

  return new Run({
    scenario: name,
    pid,
    directory,
    workDirectory,
    observation,
    watcher,
    limits,
    survivors: options.survivors ?? 0,
    exited,
    ...(channel === undefined ? {} : { channel }),
    dispose: async () => {
      channel?.destroy();
      unwatch();
      observation.close();
      members.close();
      output.stdout.hangUp();
      output.stderr.hangUp();
      await remove();
    },
  });
}

// What had come by then is taken in: output that was written, the end of children.
async function turnOfTheLoop(): Promise<void> {
  // The first comes in the present turn, if that is not over yet.
  await setImmediate();
  await setImmediate();
}

async function makeDirectory(): Promise<{ directory: string; workDirectory: string; remove: () => Promise<void> }> {
  const { path: directory } = await dir({ tmpdir: testRunDirectory(), prefix: 'sandbox', mode: 0o700 });
  const workDirectory = join(directory, 'work');
  await Promise.all([mkdir(workDirectory), mkdir(join(directory, GATES_DIRECTORY))]);
  return { directory, workDirectory, remove: () => removeTree(directory) };
}
