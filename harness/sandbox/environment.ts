import { fileURLToPath } from 'node:url';
import { SANDBOX_VARIABLE } from './journal-writer.ts';

/** Of the user's environment a scenario sees these and nothing else: the same answer is judged alike on every machine. */
const ALLOWED = ['PATH', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'USER', 'LOGNAME', 'SHELL'];

const loader = fileURLToPath(new URL('../typescript/in-thread.cjs', import.meta.url));
const witness = new URL('./witness.ts', import.meta.url).href;
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/pidojo/compile', import.meta.url));

/** Flags with which a Node process of a run can read .ts files and tells the journal what it does. */
export function nodeFlags(): string[] {
  const common = ['--disable-warning=ExperimentalWarning', `--import=${witness}`];
  return process.features.typescript ? common : ['--experimental-vm-modules', `--require=${loader}`, ...common];
}

/**
 * The environment of a scenario.
 * @param directory the sandbox's directory: also the token by which its processes are known
 * @param home what the scenario shall take for its home and temporary directory
 * @param extra variables that the test adds
 */
export function scenarioEnvironment(
  directory: string,
  home: string,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of ALLOWED) {
    const value = process.env[name];
    if (value !== undefined) {
      environment[name] = value;
    }
  }

  return {
    ...environment,
    HOME: home,
    TMPDIR: home,
    NODE_OPTIONS: nodeFlags().join(' '),
    // Read by Node 22.1 and later: it halves the time to boot a .ts file.
    NODE_COMPILE_CACHE: compileCache,
    ...extra,
    [SANDBOX_VARIABLE]: directory,
  };
}
