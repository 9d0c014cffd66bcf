// Loaded before the program in every Node process of a run (by NODE_OPTIONS): it tells the journal what cannot be seen from
// outside. It patches nothing: node:child_process announces its children on a diagnostics channel.
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { isMainThread } from 'node:worker_threads';
import type { Site } from '../timeline/events.ts';
import { SANDBOX_VARIABLE, tell } from './journal-writer.ts';

/** Frames between the learner's line and ours are Node's own; a deep recursion of the learner's is not worth more. */
const FRAMES = 40;

if (isMainThread && process.env[SANDBOX_VARIABLE] !== undefined) {
  tell({ type: 'awake', program: process.argv[1] ?? '' });
  subscribe('child_process', (message) => watchChild((message as { process: ChildProcess }).process));
  process.on('exit', (code) => tell({ type: 'leaving', code, ...learnerSite() }));
}

function watchChild(child: ChildProcess): void {
  const here = learnerSite();
  // The channel speaks before the system call; the pid is there when the current call is over.
  process.nextTick(() => {
    if (child.pid !== undefined) {
      tell({ type: 'spawned', child: child.pid, command: child.spawnargs.join(' ').slice(0, 400), ...here });
    }
  });

  child.on('newListener', (event) => {
    if ((event === 'exit' || event === 'close') && child.pid !== undefined) {
      const site = learnerSite();
      // Listeners that Node adds for its own use are no wait of the learner's.
      if (site.site !== undefined) {
        tell({ type: 'waits', child: child.pid, ...site });
      }
    }
  });
}

/** The innermost frame of the present stack that stands in a kata's own file. */
function learnerSite(): { site?: Site } {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  // An answer may have changed what a stack is (Error.prepareStackTrace).
  const stack = String(new Error().stack);
  Error.stackTraceLimit = limit;

  for (const frame of stack.split('\n').slice(1)) {
    const match = /at (?:async )?(?:(.+) \()?file:\/\/.*\/(katas\/\d\d-[^/~%]+)[^/]*\/([^/]+\.ts):(\d+):\d+\)?$/.exec(
      frame,
    );
    const [, name, kata, file, line] = match ?? [];
    if (kata !== undefined && file !== undefined && !file.endsWith('.test.ts')) {
      return {
        site: { file: `${kata}/${file}`, line: Number(line), ...(name === undefined ? {} : { function: name }) },
      };
    }
  }

  return {};
}
