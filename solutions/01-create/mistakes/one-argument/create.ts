/**
 * Calls the function with the list of arguments, as one argument, instead of with the arguments.
 *
 * @rejectedBy hands over text letter for letter
 * @diagnosis wrong-number-of-arguments
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const call = fileURLToPath(new URL('./call.ts', import.meta.url));

export function startTask({ module, name, args }: Task): ChildProcess {
  const list = args === undefined ? [] : [JSON.stringify(args)];
  return spawn(process.execPath, [call, module.href, name, ...list], { stdio: 'inherit' });
}
