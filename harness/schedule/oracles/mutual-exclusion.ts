import { marksOf, type Oracle } from '../oracle.ts';

/**
 * Never two processes in one critical section: between its mark `enters` and its mark `leaves` no other process enters. Sections of
 * other names (the data of the marks) have nothing to do with each other.
 */
export const mutualExclusion: Oracle = (played) => {
  const inside = new Map<string, number>();
  const crashes = played.steps.flatMap(({ operation, process }, step) =>
    operation.isCrash ? [{ step, process }] : [],
  );
  for (const { step, process, name, data } of marksOf(played)) {
    for (const [section, holder] of inside) {
      // Who was killed inside is not inside any more.
      if (crashes.some((crash) => crash.process === holder && crash.step < step)) {
        inside.delete(section);
      }
    }
    const section = JSON.stringify(data ?? null);
    const holder = inside.get(section);
    if (name === 'enters' && holder !== undefined) {
      const names = played.processes.map((one) => one.name);
      return {
        diagnosis: 'two-inside',
        expected: 'never two processes inside at once',
        saw: `${names[process]} entered while ${names[holder]} was inside`,
        step,
      };
    }

    if (name === 'enters') {
      inside.set(section, process);
    } else if (name === 'leaves' && holder === process) {
      inside.delete(section);
    }
  }

  return undefined;
};
