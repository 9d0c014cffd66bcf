import { spawnSync } from 'node:child_process';

/**
 * Runs the command that follows in a pid namespace of its own (`pid_namespaces(7)`), with its own /proc, where the
 * next pid can be chosen. The pids that its processes tell the journal are those inside.
 */
export const PID_NAMESPACE = [
  'unshare',
  '--user',
  '--map-root-user',
  '--pid',
  '--fork',
  '--kill-child',
  '--mount-proc',
] as const;

let areThere: boolean | undefined;

/** Whether this system lets us make such a namespace: Linux does, unless its administrator or a container forbids it. */
export function hasPidNamespaces(): boolean {
  const [command, ...args] = PID_NAMESPACE;
  areThere ??= spawnSync(command, [...args, 'test', '-w', '/proc/sys/kernel/ns_last_pid']).status === 0;
  return areThere;
}
