import { pictureOptions } from '../timeline/terminal.ts';
import { readHints } from '../workbook/hints.ts';
import { findKatas } from '../workbook/katas.ts';
import { readProgress } from '../workbook/progress.ts';
import { workbookRoot } from '../workbook/root.ts';
import { kataStates, nextKata } from '../workbook/state.ts';
import { drawBoard } from './board.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm run list',
  about: 'Shows every kata with its state, how many are solved, and what to do next.',
  operands: 0,
  options: { json: JSON_OPTION },
} as const;

async function list(args: string[]): Promise<number> {
  const { values } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const root = workbookRoot();
  const katas = await findKatas(root);
  const progress = readProgress(root);
  const states = await kataStates(katas, progress);
  if (!values.json) {
    process.stdout.write(drawBoard(katas, states, pictureOptions(process.env, process.stdout)));
    return 0;
  }

  const rows = katas.map(async (kata) => {
    const { solved, hints = 0 } = progress.katas[kata.id] ?? {};
    const { id, number, name, title } = kata;
    const hintCount = { shown: hints, of: (await readHints(kata)).length };
    return { id, number, name, title, state: states.get(id), solvedAt: solved?.at ?? null, hints: hintCount };
  });
  const solved = katas.filter(({ id }) => states.get(id) === 'solved').length;
  const next = nextKata(katas, states)?.id ?? null;
  const report = { solved, total: katas.length, next, katas: await Promise.all(rows) };
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  return 0;
}

await runCommand(list);
