/** What a picture must keep to on the terminal, or in the file, that it goes to. */
export interface TerminalStyle {
  /** Only 7-bit characters. */
  ascii: boolean;
  colour: boolean;
  /** Cells that a line may take. */
  width: number;
}

/** Wider lines are harder to read, not better. */
const WIDEST = 80;

/**
 * Finds out how to draw for a stream.
 *
 * The character set is that of the locale: `LC_ALL`, else `LC_CTYPE`, else `LANG` (locale(7)). `C`, `POSIX` or another
 * character set means 7-bit. When none is set nobody has said anything, as in most containers and continuous
 * integration; what shows their output is UTF-8 these days, so that counts as UTF-8. `PIDOJO_ASCII` is for those for whom
 * it is not.
 * @param env e.g. `process.env`
 * @param stream e.g. `process.stdout`
 */
export function pictureOptions(env: NodeJS.ProcessEnv, stream: { isTTY?: boolean; columns?: number }): TerminalStyle {
  const isDumb = env.TERM === 'dumb';
  const columns = stream.isTTY === true ? (stream.columns ?? WIDEST) : WIDEST;
  return {
    ascii: isDumb || Boolean(env.PIDOJO_ASCII) || !isUtf8(env),
    // https://no-color.org: set and not empty.
    colour: stream.isTTY === true && !isDumb && !env.NO_COLOR,
    // A pseudo-terminal that nobody has given a size says 0.
    width: columns > 0 ? Math.min(columns, WIDEST) : WIDEST,
  };
}

function isUtf8({ LC_ALL, LC_CTYPE, LANG, TERM }: NodeJS.ProcessEnv): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  if (locale === undefined || locale === '') {
    // The kernel's own console has few signs in its font.
    return TERM !== 'linux';
  }

  return /utf-?8/i.test(locale);
}
