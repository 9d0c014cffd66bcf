/** What was thrown, so that a mark can hold it. */
export function thrown(error: unknown): { threw: string; message?: string } {
  return error instanceof Error
    ? { threw: 'an Error', message: error.message }
    : { threw: `${error}, which is no Error` };
}
