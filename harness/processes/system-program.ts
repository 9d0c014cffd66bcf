// Ten times what `ps` takes on a loaded machine: this only ends a wait for a program that hangs.
const TIME_LIMIT_MS = 30_000;

const SYSTEM_DIRECTORIES = '/usr/bin:/bin:/usr/sbin:/sbin';

export interface ProgramOutput {
  stdout: string;
  stderr: string;
  /** 1 is not always a failure: `ps -p` says so that it found nobody. */
  exitCode: number;
}

/** A program of the operating system gave no answer. */
export class SystemProgramError extends Error {
  override readonly name = 'SystemProgramError';
  readonly code: 'missing' | 'timed-out' | 'killed' | 'failed';

  constructor(code: SystemProgramError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Runs a program such as `ps` and gives what it wrote. One at a time, whoever asks: while it lists processes, no other
 * that was started here is there to be listed.
 * @throws SystemProgramError if the program is not installed, or does not exit by itself within the limit
 */
export function runSystemProgram(
  file: string,
  args: readonly string[],
  timeLimitMs: number = TIME_LIMIT_MS,
): Promise<ProgramOutput> {
  const turn = lastTurn.then(() => run(file, args, timeLimitMs));
  lastTurn = turn.catch(() => undefined);
  return turn;
}

async function run(file: string, args: readonly string[], timeLimitMs: number): Promise<ProgramOutput> {
  // Loaded when it is needed: where there is procfs it never is, and to load it takes longer than to boot Node.
  const { execa } = await import('execa');
  const { stdout, stderr, exitCode, signal, timedOut, code } = await execa(file, args, {
    // Columns, dates and numbers as POSIX fixes them, in UTC: a local hour that occurs twice a year would be ambiguous. Variables that
    // change the output (COLUMNS, PS_FORMAT, ...) stay out.
    extendEnv: false,
    env: { PATH: [SYSTEM_DIRECTORIES, process.env.PATH].filter(Boolean).join(':'), LC_ALL: 'C', TZ: 'UTC0' },
    // Ours may have been deleted, and then nothing could be started in it.
    cwd: '/',
    stdin: 'ignore',
    reject: false,
    timeout: timeLimitMs,
    killSignal: 'SIGKILL',
  });

  if (code === 'ENOENT') {
    throw new SystemProgramError(
      'missing',
      `Expected to find '${file}' in ${SYSTEM_DIRECTORIES} or in PATH: install it.`,
    );
  }
  if (timedOut) {
    const seconds = timeLimitMs / 1000;
    throw new SystemProgramError(
      'timed-out',
      `Expected '${file} ${args.join(' ')}' to answer within ${seconds} s, but it was still running, and was killed. ` +
        'A machine with far too many processes, or a file system that hangs, does this.',
    );
  }
  if (signal !== undefined) {
    throw new SystemProgramError(
      'killed',
      `Expected '${file} ${args.join(' ')}' to exit, but it was ended by ${signal}.`,
    );
  }
  if (exitCode === undefined) {
    throw new SystemProgramError('failed', `Could not start '${file}' (${code ?? 'no reason given'}).`);
  }
  return { stdout, stderr, exitCode };
}
