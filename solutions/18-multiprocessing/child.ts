// The child's side of a start.
import { arrive, takePlace } from './current.ts';
import type { Recipe } from './launch.ts';
import { Parent } from './parent-process.ts';
import { Process, type ProcessOptions } from './process.ts';

/** Makes the process that was started once more, here, and runs it. */
export async function become({ options, identity, parent, subclass }: Recipe): Promise<void> {
  arrive(new Parent(parent));
  const ownClass = subclass === undefined ? Process : (await import(`${subclass.module}`))[subclass.name];
  const target = await loadTarget(options.target);
  // Of the constructors that of Process alone, for its private fields: the subclass's own has done its work on the other side.
  const process: Process = Reflect.construct(Process, [{ ...options, ...target }], ownClass);
  Object.assign(process, subclass?.fields);
  takePlace(process, identity);
  // No exit afterwards: what run() has left to be done, timers and children too, keeps this process up.
  await process.run();
}

/** What a target's module does when it is loaded, is done before anything may be started. */
async function loadTarget(target: ProcessOptions['target']): Promise<Pick<ProcessOptions, 'target'>> {
  if (target === undefined) {
    return {};
  }

  const module = new URL(target.module);
  await import(module.href);
  return { target: { ...target, module } };
}
