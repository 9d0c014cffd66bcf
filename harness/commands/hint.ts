import { allHints, type Hint, nextHint, readHints, shownHints } from '../workbook/hints.ts';
import { findKatas, type Kata } from '../workbook/katas.ts';
import { resolveKata } from '../workbook/resolve.ts';
import { workbookRoot } from '../workbook/root.ts';
import { UsageError } from '../workbook/usage-error.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm run hint <kata>',
  about: 'Shows the next hint for a kata. There are three: a question, a pointer, and nearly the answer.',
  operands: 1,
  options: {
    again: { type: 'boolean', about: 'show the hints that you have had once more, and no new one' },
    all: { type: 'boolean', about: 'show every hint' },
    json: JSON_OPTION,
  },
  examples: [
    ['npm run hint 05', 'the next hint for kata 05'],
    ['npm run hint join -- --again', 'the hints so far for the kata named join'],
  ],
} as const;

async function hint(args: string[]): Promise<number> {
  const { values, operands } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }
  if (values.all && values.again) throw new UsageError('--all and --again exclude each other: type one of them.');

  const root = workbookRoot();
  const kata = resolveKata(await findKatas(root), operands[0] ?? '');
  const total = (await readHints(kata)).length;
  if (total === 0) throw new UsageError(`${kata.id} has no hints: katas/${kata.id}/hints.md is missing or empty.`);

  const hints = await chooseHints(root, kata, values);
  const shown = (await shownHints(root, kata)).length;
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ kata: kata.id, hints, shown, of: total }, undefined, 2)}\n`
      : describe(kata, hints, shown, total),
  );
  return 0;
}

async function chooseHints(root: string, kata: Kata, values: { all?: boolean; again?: boolean }): Promise<Hint[]> {
  if (values.all) return allHints(root, kata);
  if (!values.again) return [(await nextHint(root, kata)) ?? []].flat();

  const shown = await shownHints(root, kata);
  if (shown.length > 0) return shown;
  throw new UsageError(`No hint for ${kata.id} was shown yet.\nnext: npm run hint ${kata.id}`);
}

function describe({ id }: Kata, hints: Hint[], shown: number, total: number): string {
  const texts = hints.map(({ step, text }) => `${id}: hint ${step} of ${total}\n\n${text}\n\n`).join('');
  if (hints.length === 0) {
    return `${id}: you have had all ${total} hints (npm run hint ${id} -- --again).\nnext: npm run compare ${id}\n`;
  }
  if (shown < total) return `${texts}next: npm test ${id}    (or npm run hint ${id}, for hint ${shown + 1})\n`;
  return `${texts}That was the last hint.\nnext: npm test ${id}    (or npm run compare ${id}, which shows the reference)\n`;
}

await runCommand(hint);
