import { styleText } from 'node:util';
import { pictureOptions } from '../timeline/terminal.ts';
import { findKatas, type Kata } from '../workbook/katas.ts';
import { readProgress } from '../workbook/progress.ts';
import { resolveKata } from '../workbook/resolve.ts';
import { workbookRoot } from '../workbook/root.ts';
import { kataStates, nextKata } from '../workbook/state.ts';
import { UsageError } from '../workbook/usage-error.ts';
import { helpText, parseCommandLine, runCommand } from './command-line.ts';
import { CommandProcess } from './watching/command-process.ts';
import { watchAnswer } from './watching/watch-answer.ts';

const COMMAND = {
  usage: 'npm start [kata]',
  about:
    'Watches the first kata that is not solved, or the one that is named: each time you save your answer its tests run again. Keys: n next kata, h hint, l list, c compare, t test again, q quit.',
  operands: 1,
  options: {},
  examples: [
    ['npm start', 'the first kata that is not solved'],
    ['npm start 05', 'kata 05'],
  ],
} as const;

const KEYS = 'n next   h hint   l list   c compare   t test   q quit';
const CLEAR = '\u001b[2J\u001b[H';
const END_OF_TEXT = '\u0003';

async function start(args: string[]): Promise<number> {
  const { values, operands } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const root = workbookRoot();
  const katas = await findKatas(root);
  const [typed] = operands;
  const kata = typed === undefined ? await unsolved(root, katas) : resolveKata(katas, typed);
  if (!process.stdin.isTTY) {
    throw new UsageError('npm start waits for keys, and there is no terminal to press them.\nnext: npm test');
  }

  const session = new Session(root, katas, kata);
  try {
    await session.untilQuit();
  } finally {
    await session.end();
  }

  return 0;
}

async function unsolved(root: string, katas: readonly Kata[], after?: Kata): Promise<Kata> {
  const next = nextKata(katas, await kataStates(katas, readProgress(root)), after) ?? katas[0];
  if (next === undefined) {
    throw new UsageError('There is no kata in this workbook.');
  }

  return next;
}

/** A learner at the terminal: one kata at a time is watched, and one command at a time runs. */
class Session {
  readonly #root: string;
  readonly #katas: readonly Kata[];
  #kata: Kata;
  #endWatch: () => void = () => {};
  #command: CommandProcess | undefined;
  #quit: () => void = () => {};

  constructor(root: string, katas: readonly Kata[], kata: Kata) {
    this.#root = root;
    this.#katas = katas;
    this.#kata = kata;
  }

  async untilQuit(): Promise<void> {
    const quit = new Promise<void>((resolve) => {
      this.#quit = resolve;
    });
    process.stdin.setRawMode(true).setEncoding('utf8');
    process.stdin.on('data', (keys: string) => {
      for (const key of keys) {
        void this.#press(key);
      }
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, this.#quit);
    }

    await this.#work();
    await quit;
  }

  async end(): Promise<void> {
    this.#endWatch();
    process.stdin.setRawMode(false).pause();
    await this.#command?.stop();
  }

  async #press(key: string): Promise<void> {
    const number = this.#kata.id.slice(0, this.#kata.id.indexOf('-'));
    switch (key) {
      case 'q':
      case END_OF_TEXT:
        this.#quit();
        break;
      case 'n':
        this.#kata = await unsolved(this.#root, this.#katas, this.#kata);
        await this.#work();
        break;
      case 'h':
        await this.#run('hint', number);
        break;
      case 'l':
        await this.#run('list');
        break;
      case 'c':
        await this.#run('compare', number);
        break;
      case 't':
        await this.#run('test', number);
        break;
      default:
    }
  }

  /** Watches the present kata, and tests it. */
  async #work(): Promise<void> {
    this.#endWatch();
    const kata = this.#kata;
    const number = kata.id.slice(0, kata.id.indexOf('-'));
    this.#endWatch = await watchAnswer(kata, () => void this.#run('test', number));
    await this.#run('test', number);
  }

  /** What runs at present is of no interest any more. */
  async #run(name: string, ...args: string[]): Promise<void> {
    const before = this.#command;
    const { colour } = pictureOptions(process.env, process.stdout);
    const dim = (text: string) => (colour ? styleText('dim', text) : text);
    await before?.stop();
    if (this.#command !== before) {
      // Another key was pressed meanwhile.
      return;
    }

    process.stdout.write(CLEAR);
    const command = new CommandProcess(name, args);
    this.#command = command;
    if (await command.ended()) {
      const file = `katas/${this.#kata.id}/${this.#kata.stub}`;
      process.stdout.write(dim(`\n${file}: save it, and its tests run again.\n${KEYS}\n`));
    }
  }
}

await runCommand(start);
