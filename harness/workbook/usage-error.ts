/**
 * What was typed cannot be understood. The message says what was expected and what to type next; a command prints it without a
 * stack and ends with status 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'ERR_USAGE';
}
