// The program of every child: its first line says what it is to be, and the end of its input that its parent has ended.
import { once } from 'node:events';
import { stdin } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { arrive, type ParentProcess, Process, type Recipe, settle } from './multiprocessing.ts';

const recipe = await readRecipe();
const { options, parent, subclass } = recipe;
let isOver = false;
const over = once(stdin, 'close').then(() => {
  isOver = true;
  if (options.daemon) {
    // However the parent has ended.
    process.exit();
  }
});
// Somebody has to read, or the end is never seen; that alone keeps nobody up.
stdin.resume();
keepsUp(false);

arrive(watched(parent));
const ownClass = subclass === undefined ? Process : (await import(`${subclass.module}`))[subclass.name];
if (options.target !== undefined) {
  options.target.module = new URL(options.target.module);
  await import(options.target.module.href);
}

await settle(recipe, ownClass).run();

async function readRecipe(): Promise<Recipe> {
  let text = '';
  stdin.setEncoding('utf8');
  while (!text.includes('\n')) {
    const [chunk] = await once(stdin, 'data');
    text += chunk;
  }

  return JSON.parse(text);
}

function watched({ pid, name }: Recipe['parent']): ParentProcess {
  return {
    pid,
    name,
    isAlive: () => !isOver,
    async join(timeoutMs = Number.POSITIVE_INFINITY) {
      const limit = new AbortController();
      const isLimited = timeoutMs < 2 ** 31;
      const limits = isLimited ? [pause(Math.max(timeoutMs, 1), undefined, { signal: limit.signal })] : [];
      keepsUp(!isOver);
      await Promise.race([over, ...limits]);
      keepsUp(false);
      limit.abort();
    },
  };
}

/** Whether the input counts as something to wait for. */
function keepsUp(isWaitedFor: boolean): void {
  if (isWaitedFor) {
    stdin.ref();
  } else {
    stdin.unref();
  }
}
