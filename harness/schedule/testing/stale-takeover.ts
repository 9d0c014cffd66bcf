import { type Model, mark, type Process, reading, writing } from './model.ts';

interface Files {
  /** Owner of the lock file; undefined when there is none. */
  lock: number | undefined;
  inside: number;
  hasOverlapped: boolean;
}

/** Owner of the lock that is there at the beginning. */
const DEAD = -1;

/**
 * A lock file that a dead process left, and contenders who take it over: rename it away, look whose it was, and put it back if its
 * owner lives. While it is away a third one may create it anew: two contenders never overlap, three do, with 2 preemptions.
 */
export function staleTakeover(contenders: number): Model<Files> {
  return {
    begin: () => ({ lock: DEAD, inside: 0, hasOverlapped: false }),
    processes: Array.from({ length: contenders }, (_, position) => contender(position)),
  };
}

function contender(me: number): Process<Files> {
  const aside = `lock.${me}`;
  return function* (files) {
    // Once more after a takeover, then it gives up: with endless attempts there would be endless schedules.
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      yield writing('lock');
      if (files.lock === undefined) {
        files.lock = me;
        yield* section(files);
        return;
      }

      yield writing('lock', aside);
      const owner = files.lock;
      if (owner === undefined) {
        continue;
      }

      files.lock = undefined;
      yield reading(aside);
      if (owner !== DEAD) {
        yield writing('lock', aside);
        files.lock = owner;
        return;
      }

      yield writing(aside);
    }
  };
}

function* section(files: Files) {
  yield mark('section');
  files.inside += 1;
  files.hasOverlapped ||= files.inside > 1;
  yield mark('section');
  files.inside -= 1;
  yield writing('lock');
  files.lock = undefined;
}
