import { findKatas, type Kata } from '../workbook/katas.ts';
import { type Reset, resetKata } from '../workbook/reset.ts';
import { resolveKata } from '../workbook/resolve.ts';
import { workbookRoot } from '../workbook/root.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

const COMMAND = {
  usage: 'npm run reset <kata>',
  about:
    'Puts the stub of a kata back as it was given. Your version is kept beside it, as <stub>.backup-1.ts and so on.',
  operands: 1,
  options: { json: JSON_OPTION },
  examples: [['npm run reset 05', 'start kata 05 again']],
} as const;

async function reset(args: string[]): Promise<number> {
  const { values, operands } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const kata = resolveKata(await findKatas(workbookRoot()), operands[0] ?? '');
  const result = await resetKata(kata);
  const inWorkbook = (name: string) => `katas/${kata.id}/${name}`;
  const report = {
    kata: kata.id,
    stub: inWorkbook(kata.stub),
    changed: result.changed,
    backup: result.backup === undefined ? null : inWorkbook(result.backup),
  };
  process.stdout.write(values.json ? `${JSON.stringify(report, undefined, 2)}\n` : describe(kata, result));
  return 0;
}

function describe({ id, stub }: Kata, { changed, backup }: Reset): string {
  const lines = changed
    ? [
        `katas/${id}/${stub} is back as it was given.`,
        ...(backup === undefined ? [] : [`Your version is kept in katas/${id}/${backup}.`]),
      ]
    : [`katas/${id}/${stub} is as it was given: nothing to do.`];
  return `${[...lines, `next: npm test ${id}`].join('\n')}\n`;
}

await runCommand(reset);
