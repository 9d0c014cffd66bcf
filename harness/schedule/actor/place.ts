import type { Place } from '../operation.ts';

/** Deep enough for a recursion of the learner's, with our own frames and Node's on top. */
const FRAMES = 40;
const FRAME = /at (?:async )?(?:.+ \()?file:\/\/.*\/(katas\/\d\d-[^/~%]+)[^/]*\/([^/?]+\.ts)(?:\?[^:]*)?:(\d+):\d+\)?$/;

/** The innermost frame of the present stack that stands in a kata's own file, not in its scenarios or tests. */
export function placeInKata(): Place | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const stack = String(new Error().stack);
  Error.stackTraceLimit = limit;

  for (const frame of stack.split('\n')) {
    const [, kata, file, line] = FRAME.exec(frame) ?? [];
    if (kata !== undefined && file !== undefined) {
      return { file: `${kata}/${file}`, line: Number(line) };
    }
  }

  return undefined;
}
