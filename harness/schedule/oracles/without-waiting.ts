import { isSleep } from '../operation.ts';
import type { Oracle } from '../oracle.ts';

/** From its mark `from` to its mark `to` a process neither pauses nor waits for another one. */
export function withoutWaiting(from: string, to: string, diagnosis: string): Oracle {
  const expected = `a process to get from '${from}' to '${to}' without waiting`;
  return ({ steps, processes, end }) => {
    const began = new Set<number>();
    for (const [step, { process, operation }] of steps.entries()) {
      if (operation.mark?.name === from) {
        began.add(process);
      } else if (operation.mark?.name === to) {
        began.delete(process);
      } else if (began.has(process) && isSleep(operation)) {
        return { diagnosis, expected, saw: `${processes[process]?.name} paused, ${operation.detail}`, step };
      }
    }

    const [waiting] = [...began].filter((process) => processes[process]?.state !== 'failed');
    return waiting === undefined || end === 'all over' || end === 'nothing new'
      ? undefined
      : { diagnosis, expected, saw: `${processes[waiting]?.name} waited, and nobody else could go on` };
  };
}
