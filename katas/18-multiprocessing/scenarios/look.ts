import { activeChildren, type Process } from '../multiprocessing.ts';

/** What a process object says at this moment, so that a mark can hold it. */
export function look(child: Process): Record<string, unknown> {
  const children = activeChildren();
  return {
    alive: child.isAlive(),
    exitCode: child.exitCode ?? 'none',
    active: Array.isArray(children) ? children.includes(child) : 'activeChildren() is no array',
  };
}
