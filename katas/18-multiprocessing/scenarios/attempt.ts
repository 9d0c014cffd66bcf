/** What became of a call, so that a mark can hold it: `done`, or `an Error`. */
export async function attempt(call: () => unknown): Promise<string> {
  try {
    await call();
    return 'done';
  } catch (error) {
    // What is not written yet is no answer.
    if (String(error).includes('not written yet')) {
      throw error;
    }

    return error instanceof Error ? 'an Error' : `thrown: ${error}, which is no Error`;
  }
}
