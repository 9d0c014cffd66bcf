/** More rows in a row than these that say the same are told by their number. */
const MOST_ALIKE = 3;

/**
 * Rows of a table, those that say the same one after the other folded: the first few, the last, and between them how many there are.
 * @param texts what each row says, without its number
 */
export function foldRows(rows: readonly string[], texts: readonly string[], ascii = false): string[] {
  const folded: string[] = [];
  for (let first = 0; first < rows.length; ) {
    let next = first + 1;
    while (next < rows.length && texts[next] === texts[first]) {
      next += 1;
    }

    const hidden = next - first - MOST_ALIKE;
    const alike = rows.slice(first, next);
    folded.push(
      ...(hidden > 1
        ? [
            ...alike.slice(0, MOST_ALIKE - 1),
            `${ascii ? '...' : '  …'}   the same ${hidden} times more`,
            ...alike.slice(-1),
          ]
        : alike),
    );
    first = next;
  }

  return folded;
}
