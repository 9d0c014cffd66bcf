import type { JudgedAnswer } from './judged-answer.ts';

/** What was explored to judge the answers of a kata: a line for all, and one for the shortest counterexample of each mistake. */
export function describeExplored(answers: readonly JudgedAnswer[]): string[] {
  const explored = answers.flatMap(({ role, name, explored }) => (explored ? [{ role, name, ...explored }] : []));
  const sum = (count: 'schedules' | 'crashes') => explored.reduce((total, one) => total + one[count], 0);
  if (sum('schedules') === 0) {
    return [];
  }

  const crashes = sum('crashes');
  const killed = crashes === 0 ? '' : `, in ${crashes} of them a process was killed`;
  const found = explored.flatMap(({ role, name, counterexample, ...counts }) =>
    role === 'mistake' && counterexample !== undefined ? [{ name, ...counts, ...counterexample }] : [],
  );
  const width = Math.max('mistake'.length, ...found.map(({ name }) => name.length));
  return [
    `${sum('schedules')} schedules${killed}`,
    ...(found.length === 0 ? [] : [`${'mistake'.padEnd(width)}  tried  switches  shortest schedule that goes wrong`]),
    ...found.map(({ name, schedules, switches, replay }) =>
      [name.padEnd(width), String(schedules).padStart(5), String(switches).padStart(8), replay].join('  '),
    ),
  ];
}
