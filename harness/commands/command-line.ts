import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from '../workbook/usage-error.ts';

/** What a command's `--help` shows, and what it takes. */
export interface CommandLine<Options extends OptionTable> {
  /** E.g. `npm run hint <kata>`. */
  usage: string;
  /** What the command does, in a paragraph. */
  about: string;
  /** Number of operands (arguments that are no options) that it takes at most. */
  operands: number;
  /** Without `help`, which every command has. */
  options: Options;
  /** Lines to try, each with what it does. */
  examples?: readonly (readonly [line: string, effect: string])[];
}

type OptionTable = Record<
  string,
  {
    type: 'boolean' | 'string';
    multiple?: boolean /** What its value is, e.g. `<file>`. */;
    value?: string;
    about: string;
  }
>;

const HELP = { type: 'boolean', short: 'h', about: 'show this' } as const;

/** The option that every command has whose output a program might read. */
export const JSON_OPTION = { type: 'boolean', about: 'print the result as JSON (use npm run --silent)' } as const;

/**
 * Runs a command on the arguments of this process, whose exit status becomes what it returns: 0 solved or done, 1 not solved. A UsageError is
 * printed to stderr, without a stack, with status 2.
 */
export async function runCommand(main: (args: string[]) => Promise<number>): Promise<void> {
  endQuietlyWithReader();
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

// `npm run list | head -1`: the reader has gone with what it wanted, which is no failure of ours.
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/**
 * Reads a command's arguments.
 *
 * @returns the value of each option that was given, `help` among them, and the operands
 * @throws UsageError that says what is accepted, for an unknown option, a value missing or too many, and too many operands
 */
export function parseCommandLine<Options extends OptionTable>(command: CommandLine<Options>, args: string[]) {
  const options = { ...command.options, help: HELP };
  const { values, positionals } = parse({ args, options, allowPositionals: true, strict: true } as const, command);
  if (positionals.length > command.operands && !('help' in values)) {
    const surplus = positionals.slice(command.operands).join(' ');
    throw new UsageError(`'${surplus}' is too much.\nusage: ${command.usage}\n${accepted(command)}`);
  }
  return { values, operands: positionals };
}

function parse<Config extends ParseArgsConfig>(config: Config, command: CommandLine<OptionTable>) {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
    // Only its first sentence: then comes advice on texts that begin with a dash, for which no command here has a use.
    const [problem] = error.message.split(/\.(?:\s|$)/);
    throw new UsageError(`${problem}.\nusage: ${command.usage}\n${accepted(command)}`);
  }
}

function accepted({ options }: CommandLine<OptionTable>): string {
  const names = [...Object.entries(options), ['help', HELP] as const].map(([name, option]) => synopsis(name, option));
  return `options: ${names.join(', ')}`;
}

function synopsis(name: string, option: { type: string; value?: string }): string {
  return option.type === 'string' ? `--${name}=${option.value ?? '<value>'}` : `--${name}`;
}

/** The text of a command's `--help`. */
export function helpText(command: CommandLine<OptionTable>): string {
  const options = [...Object.entries(command.options), ['help', HELP] as const];
  const rows = options.map(([name, option]) => [synopsis(name, option), option.about] as const);
  return [
    `usage: ${command.usage}`,
    '',
    command.about,
    '',
    'options (npm passes them on after --):',
    ...table(rows),
    ...(command.examples ? ['', 'examples:', ...table(command.examples)] : []),
    '',
  ].join('\n');
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
