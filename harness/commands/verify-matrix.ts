import { execa } from 'execa';
import { workbookRoot } from '../workbook/root.ts';
import { helpText, JSON_OPTION, parseCommandLine, runCommand } from './command-line.ts';

/** The oldest that we support, and the newest of each line. */
const VERSIONS = ['20.19.0', '22', '24', '26'];

const COMMAND = {
  usage: 'npm run verify:matrix [kata]',
  about: `Runs verify on every supported version of Node (${VERSIONS.join(', ')}), each fetched as the npm package 'node'.`,
  operands: 1,
  options: {
    node: { type: 'string', multiple: true, value: '<version>', about: 'only this version; may be given again' },
    json: JSON_OPTION,
  },
  examples: [['npm run verify:matrix 05 -- --node 24', 'one kata, one version']],
} as const;

async function verifyMatrix(args: string[]): Promise<number> {
  const { values, operands } = parseCommandLine(COMMAND, args);
  if (values.help) {
    process.stdout.write(helpText(COMMAND));
    return 0;
  }

  const results: { node: string; passed: boolean; lastLine: string }[] = [];
  for (const version of values.node ?? VERSIONS) {
    const { exitCode, stdout } = await verifyOn(version, operands, values.json ?? false);
    results.push({ node: version, passed: exitCode === 0, lastLine: stdout.trimEnd().split('\n').at(-1) ?? '' });
  }

  process.stdout.write(
    values.json
      ? `${JSON.stringify(results, undefined, 2)}\n`
      : `\n${results.map(({ node, lastLine }) => `Node ${node.padEnd(8)} ${lastLine}`).join('\n')}\n`,
  );
  return results.every(({ passed }) => passed) ? 0 : 1;
}

function verifyOn(version: string, operands: string[], isQuiet: boolean) {
  const program = ['node', '--import', './harness/typescript/register.mjs', 'harness/commands/verify.ts', ...operands];
  return execa('npx', ['--yes', '--package', `node@${version}`, '--', ...program], {
    cwd: workbookRoot(),
    reject: false,
    stdin: 'ignore',
    stdout: isQuiet ? 'pipe' : ['pipe', 'inherit'],
    stderr: 'inherit',
  });
}

await runCommand(verifyMatrix);
