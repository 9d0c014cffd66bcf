import type { Oracle } from '../oracle.ts';

/**
 * Whoever lives gets on, though somebody was killed: in the run, or before it.
 * @param dead who was killed before
 */
export function recovery(diagnosis: string, dead?: string): Oracle {
  return ({ processes, end }) => {
    const killed = [...(dead === undefined ? [] : [dead]), ...namesOf('killed')];
    const waiting = namesOf('waiting');
    return end === 'blocked' && killed.length > 0 && waiting.length > 0
      ? {
          diagnosis,
          expected: `whoever lives to get on after ${killed.join(' and ')} ${killed.length === 1 ? 'was' : 'were'} killed`,
          saw: `${waiting.join(' and ')} ${waiting.length === 1 ? 'waits' : 'wait'} for ever`,
        }
      : undefined;

    function namesOf(state: string): string[] {
      return processes.filter((process) => process.state === state).map(({ name }) => name);
    }
  };
}
