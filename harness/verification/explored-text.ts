import type { JudgedAnswer } from './judged-answer.ts';

/** The longest that is told of a schedule, characters: who makes chance choose may find one of a hundred switches. */
const LONGEST = 60;

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
    ...found.map(({ name, schedules, switches, replay = '(goes on without end)' }) =>
      [name.padEnd(width), String(schedules).padStart(5), String(switches).padStart(8), cut(replay)].join('  '),
    ),
  ];
}

function cut(replay: string): string {
  return replay.length <= LONGEST ? replay : `${replay.slice(0, LONGEST)}...`;
}
