import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ProcessOptions } from './process.ts';
import type { Task } from './task.ts';

/** What a child must be told to become the process that was started. URLs cross as texts. */
export interface Recipe {
  options: ProcessOptions;
  identity: readonly number[];
  parent: { pid: number; name: string };
  subclass?: { module: URL; name: string; fields: object };
}

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const module = new URL('./child.ts', import.meta.url);

/** Starts a process that becomes what the recipe says. */
export function launch(recipe: Recipe): ChildProcess {
  const task: Task = { module, name: 'become', args: [recipe] };
  // The recipe is written down here and now: what is changed later, is changed on this side only.
  return spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: ['ignore', 'inherit', 'inherit'] });
}
