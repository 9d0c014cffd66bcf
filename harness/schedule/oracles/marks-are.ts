import { marksOf, type Oracle } from '../oracle.ts';

/**
 * What the marks of a name tell, in whatever order they come; a process that has not come to its end may still tell more.
 * @param expected the data of all of them, when everybody has
 */
export function marksAre(name: string, expected: readonly unknown[], diagnosis: string): Oracle {
  const list = (data: readonly unknown[]) => data.map((one) => JSON.stringify(one) ?? 'nothing').sort();
  return (played) => {
    const marks = marksOf(played).filter((mark) => mark.name === name);
    const missing = list(expected);
    for (const { data, step, process } of marks) {
      const [told = ''] = list([data]);
      const position = missing.indexOf(told);
      if (position < 0) {
        const who = played.processes[process]?.name;
        return {
          diagnosis,
          expected: describe(name, list(expected)),
          saw: `${who} told ${told} once more than that`,
          step,
        };
      }

      missing.splice(position, 1);
    }

    return played.end === 'all over' && played.processes.every(({ state }) => state === 'over') && missing.length > 0
      ? { diagnosis, expected: describe(name, list(expected)), saw: `nobody told ${missing.join(', ')}` }
      : undefined;
  };
}

function describe(name: string, told: readonly string[]): string {
  const each = [...new Set(told)].map((one) => {
    const count = told.filter((other) => other === one).length;
    return count === 1 ? one : `${one} ${count} times`;
  });
  return `'${name}' to tell ${each.join(', ')}`;
}
