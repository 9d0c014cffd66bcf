import type { Evidence } from '../../sandbox/evidence.ts';

/** A run of one process that did nothing and ended well. */
export function quietRun(more: Partial<Evidence> = {}): Evidence {
  return {
    scenario: 'one',
    pid: 10,
    ending: 'by itself',
    exit: { code: 0, signal: null },
    elapsedMs: 100,
    stdout: '',
    stderr: '',
    outputBytes: 0,
    directoryIsThere: true,
    events: [{ type: 'awake', pid: 10, ppid: 1, at: 0, program: '/w/katas/05-join/scenarios/one.ts' }],
    doing: [],
    left: [],
    budget: 48,
    ...more,
  };
}
