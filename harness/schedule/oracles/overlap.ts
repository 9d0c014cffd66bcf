import { marksOf, type Oracle } from '../oracle.ts';

/**
 * Independent work overlaps. For a scenario in which each process, once inside, stays there until all are: who gets in is no matter of
 * luck then. A lock that keeps one out while another is inside blocks the run.
 */
export function overlap(diagnosis: string): Oracle {
  return (played) => {
    const { processes, end } = played;
    const inside = new Set(
      marksOf(played)
        .filter(({ name }) => name === 'enters')
        .map(({ process }) => process),
    );
    const names = (isInside: boolean) =>
      processes.filter((_, position) => inside.has(position) === isInside).map(({ name }) => name);
    const [there, kept] = [names(true), names(false)];
    return end === 'blocked' && there.length > 0 && kept.length > 0
      ? {
          diagnosis,
          expected: `${processes.map(({ name }) => name).join(', ')} to be inside at the same time`,
          saw: `${there.join(' and ')} ${there.length === 1 ? 'was' : 'were'} inside, and ${kept.join(' and ')} never got in`,
        }
      : undefined;
  };
}
