import { expect, test } from 'vitest';
import { UsageError } from '../workbook/usage-error.ts';
import { helpText, parseCommandLine } from './command-line.ts';

const COMMAND = {
  usage: 'npm run brew <kata>',
  about: 'Brews.',
  operands: 1,
  options: {
    strong: { type: 'boolean', about: 'with less water' },
    cups: { type: 'string', value: '<number>', about: 'how many' },
  },
  examples: [['npm run brew 05', 'a cup of join']],
} as const;

const ACCEPTED = 'usage: npm run brew <kata>\noptions: --strong, --cups=<number>, --help';

test('reads options and operands in any order', () => {
  const { values, operands } = parseCommandLine(COMMAND, ['--strong', '05', '--cups', '2']);
  expect({ ...values }).toEqual({ strong: true, cups: '2' });
  expect(operands).toEqual(['05']);
});

test.each([
  [['--storng'], "Unknown option '--storng'."],
  [['-s'], "Unknown option '-s'."],
  [['--strong=very'], "Option '--strong' does not take an argument."],
  [['--cups'], "Option '--cups <value>' argument missing."],
  [['--cups', '--strong'], "Option '--cups' argument is ambiguous."],
  [['05', '06', '07'], "'06 07' is too much."],
])('%j is an error that says what is accepted', (args, problem) => {
  const attempt = () => parseCommandLine(COMMAND, args);
  expect(attempt).toThrow(UsageError);
  expect(attempt).toThrow(`${problem}\n${ACCEPTED}`);
});

test.each(['--help', '-h'])('%s is asked for whatever else is typed', (option) => {
  expect(parseCommandLine(COMMAND, ['05', '06', option]).values.help).toBe(true);
});

test('the help shows the usage, what it does, the options and examples', () => {
  expect(helpText(COMMAND)).toBe(`\
usage: npm run brew <kata>

Brews.

options (npm passes them on after --):
  --strong         with less water
  --cups=<number>  how many
  --help           show this

examples:
  npm run brew 05  a cup of join
`);
});
