// Each run has the learner's modules anew, as a process that has just been started. A module is another one under another URL,
// so the number of the run stands in the URL of the program, and what that imports by a relative path inherits it.
import module from 'node:module';

const PARAMETER = 'run';

export function freshUrl(url: string, run: number): string {
  const fresh = new URL(url);
  fresh.searchParams.set(PARAMETER, String(run));
  return fresh.href;
}

/** From now on. On Node 20 the loader of the workbook does it (harness/typescript/in-thread.cjs). */
export function inheritFreshness(): void {
  module.registerHooks?.({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      const run = context.parentURL === undefined ? null : new URL(context.parentURL).searchParams.get(PARAMETER);
      return run === null || !specifier.startsWith('.')
        ? resolved
        : { ...resolved, url: freshUrl(resolved.url, Number(run)) };
    },
  });
}
