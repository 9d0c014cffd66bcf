import { isSleep } from '../operation.ts';
import type { Oracle } from '../oracle.ts';
import type { Played, ProcessEnd } from '../played.ts';
import { waitForCycle } from '../wait-for.ts';

/** Every process comes to its end, by itself and without an error: nobody waits for ever, and nobody fails. */
export const everyoneFinishes: Oracle = (played) => {
  const failed = played.processes.find(({ state }) => state === 'failed' || state === 'gone');
  if (failed !== undefined) {
    return {
      diagnosis: failed.state === 'gone' ? 'called-exit' : 'failed-in-a-schedule',
      expected: 'every process to come to its end',
      saw: describeFailure(failed),
    };
  }

  switch (played.end) {
    case 'blocked':
      return {
        diagnosis: 'waits-for-ever',
        expected: 'every process to come to its end',
        saw: describeBlocked(played),
      };
    case 'too many steps':
      return {
        diagnosis: 'never-comes-to-an-end',
        expected: 'every process to come to its end',
        saw: `after ${played.steps.length} steps they still went on`,
      };
    case 'no pause':
      return {
        diagnosis: 'looks-without-a-pause',
        expected: 'whoever waits to pause between two looks',
        saw: describeLooking(played),
      };
    case 'no step':
      return { diagnosis: 'spins', expected: 'every process to come to its end', saw: describeSpinning(played) };
    default:
      return undefined;
  }
};

function describeFailure({ name, state, error }: ProcessEnd): string {
  return state === 'gone' ? `${name} ended in the middle` : `${name} failed: ${error?.name}: ${error?.message}`;
}

function describeBlocked(played: Played): string {
  const { processes } = played;
  const cycle = waitForCycle(played);
  if (cycle !== undefined) {
    return cycle.map(({ process, what, holder }) => `${process} waits for ${what}, which ${holder} holds`).join('; ');
  }

  const waiting = processes.filter(({ state }) => state === 'waiting' || state === 'outside');
  const each = waiting.map(({ name, before = [] }) =>
    before.some(isSleep) ? `${name} looks again and again` : `${name} waits for what never comes`,
  );
  return `${each.join(', ')}; nothing changes any more`;
}

function describeLooking({ steps, processes }: Played): string {
  const { process = 0, operation } = steps.at(-1) ?? {};
  return `${processes[process]?.name} made step after step (${operation?.name}) that changed nothing, and no pause`;
}

function describeSpinning({ processes }: Played): string {
  const spinning = processes.filter(({ state }) => state === 'computing').map(({ name }) => name);
  return `${spinning.join(' and ')} computed on and on, and made no step`;
}
