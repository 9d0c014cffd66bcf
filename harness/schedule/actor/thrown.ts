/** What an error is told by. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** An error as it can be sent. */
export function toPlain(error: unknown) {
  if (!(error instanceof Error)) {
    return { name: 'thrown', message: String(error), stack: '' };
  }

  const code = 'code' in error ? { code: String(error.code) } : {};
  return { name: error.name, message: error.message, stack: error.stack ?? '', ...code };
}
