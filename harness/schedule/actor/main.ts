// A process under control: it plays one program of a run after the other, each in fresh modules, and makes a step when the
// controller says so. Real in all else: its own pid, its own memory, the kernel's own files.
import { interceptTelling, monotonicMs } from '../../sandbox/journal-writer.ts';
import type { Command, FreeMark } from '../protocol.ts';
import { receive, report } from './channel.ts';
import { beginChance, controlChance } from './control-chance.ts';
import { closeFiles, controlFiles } from './control-files.ts';
import { beginTime, controlTime } from './control-time.ts';
import { freshUrl, inheritFreshness } from './fresh-modules.ts';
import { share } from './shared.ts';
import { toPlain } from './thrown.ts';
import { Abandoned, turns } from './turns.ts';

await controlFiles();
controlTime();
controlChance();
inheritFreshness();
/** Of a run without control. */
let freeMarks: FreeMark[] | undefined;

interceptTelling((event) => {
  if (event.type === 'mark' && freeMarks !== undefined) {
    freeMarks.push({ name: event.name, data: event.data, at: monotonicMs() });
    return true;
  }

  if (event.type !== 'mark' || !turns.isRunning) {
    return false;
  }

  const { name, data } = event;
  const detail = data === undefined ? name : `${name} ${JSON.stringify(data)}`;
  // All marks of a run depend on each other: in which order they come is what the test looks at.
  const touches = [{ what: 'marks', access: 'write' as const }];
  turns.sync({ name: 'mark', touches, detail, mark: { name, data } }, () => {});
  return true;
});

process.on('uncaughtException', (error) => {
  if (!(error instanceof Abandoned)) {
    turns.settled(error);
  }
});

// Opened before the first run: a program that prints something has no line to anybody that could send it something.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => {});
}

report({ type: 'ready' });
next();

type RunCommand = Extract<Command, { type: 'run' }>;

/** Stands still until the next run is to be played. */
function next(): void {
  const command = receive();
  if (command.type === 'run') {
    void play(command);
  } else {
    next();
  }
}

async function play(command: RunCommand): Promise<void> {
  process.chdir(command.directory);
  if (command.isFree) {
    await playFreely(command);
    next();
    return;
  }

  share(command.directory);
  beginTime(command.epoch);
  beginChance(command.process);
  turns.begin(command.isTraced, () => {
    closeFiles();
    next();
  });
  try {
    const { default: program } = await import(freshUrl(command.program.module, command.number));
    turns.loaded();
    await program(command.process, ...command.program.args);
    turns.settled();
  } catch (error) {
    turns.loaded();
    turns.settled(error);
  }
}

async function playFreely(command: RunCommand): Promise<void> {
  const marks: FreeMark[] = [];
  freeMarks = marks;
  try {
    const { default: program } = await import(freshUrl(command.program.module, command.number));
    await program(command.process, ...command.program.args);
    report({ type: 'done', marks });
  } catch (error) {
    report({ type: 'done', marks, error: toPlain(error) });
  } finally {
    freeMarks = undefined;
  }
}
