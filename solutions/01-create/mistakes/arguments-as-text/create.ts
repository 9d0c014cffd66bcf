/**
 * Gives each argument to the process as it is. But a process is given text: the number 7 arrives as '7', an object as
 * '[object Object]'.
 *
 * @rejectedBy hands over numbers, null, lists and objects as what they are
 * @diagnosis became-text
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const call = fileURLToPath(new URL('./call.ts', import.meta.url));

export function startTask({ module, name, args = [] }: Task): ChildProcess {
  return spawn(process.execPath, [call, module.href, name, ...args.map(String)], { stdio: 'inherit' });
}
