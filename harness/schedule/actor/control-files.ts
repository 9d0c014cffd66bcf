// Makes every operation of node:fs on what is shared a scheduling point: synchronous, with a callback, with a promise, and of a
// FileHandle. What it does in the end is done by Node's own function.
import fs, { type PathLike } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { Operation } from '../operation.ts';
import {
  descriptorFunctions,
  handleMethods,
  operationOfOpen,
  operationOnOpenFile,
  operationOnPaths,
  pathFunctions,
} from './file-operations.ts';
import { sharedPath } from './shared.ts';
import { turns } from './turns.ts';
import { writeInSteps } from './write-in-steps.ts';

type Call = (...args: unknown[]) => unknown;
type Functions = Record<string, Call>;
/** What an operation would be; undefined when nothing shared is touched. */
type Describe = (args: readonly unknown[]) => Operation | undefined;

/** Shared paths of open files, by descriptor and by handle. */
const openFiles = new Map<number, string>();
const openHandles = new Map<object, string>();

/** As the system does when a process ends: what a run has left open, perhaps because it was given up, is closed. */
export function closeFiles(): void {
  for (const descriptor of openFiles.keys()) {
    fs.close(descriptor);
  }

  for (const handle of openHandles.keys()) {
    (handle as FileHandle).close().catch(() => {});
  }
}

/** From now on. Must come before the program's modules are loaded, which take functions by name. */
export async function controlFiles(): Promise<void> {
  const functions = fs as unknown as Functions;
  const promises = fs.promises as unknown as Functions;

  for (const name of pathFunctions) {
    const describe =
      (shown: string): Describe =>
      (args) =>
        operationOnPaths(name, shown, args);
    controlSync(functions, `${name}Sync`, describe(`${name}Sync`));
    controlCallback(functions, name, describe(name));
    controlPromise(promises, name, describe(name));
  }

  for (const name of descriptorFunctions) {
    const describe =
      (shown: string): Describe =>
      ([descriptor]) => {
        const path = openFiles.get(descriptor as number);
        return path === undefined ? undefined : operationOnOpenFile(name, shown, path);
      };
    controlSync(functions, `${name}Sync`, describe(`${name}Sync`));
    controlCallback(functions, name, describe(name));
  }

  controlOpening(functions, promises);
  writeInSteps(functions, promises);
  await controlHandles();
  // What was imported by name follows.
  syncBuiltinESMExports();
}

function controlOpening(functions: Functions, promises: Functions): void {
  const describe =
    (shown: string): Describe =>
    ([path, flags]) => {
      const shared = sharedPath(path);
      return shared === undefined ? undefined : operationOfOpen(shown, shared, flags);
    };
  const remember = (path: unknown, opened: unknown) => {
    const shared = sharedPath(path as PathLike);
    if (shared !== undefined && typeof opened === 'number') {
      openFiles.set(opened, shared);
    } else if (shared !== undefined && typeof opened === 'object' && opened !== null) {
      openHandles.set(opened, shared);
      // Nobody sees it, but it takes a moment. Each handle has a function of its own for it.
      replace(opened as Functions, 'close', (original, self, args) => {
        openHandles.delete(self as object);
        return turns.passing(Reflect.apply(original, self, args) as Promise<unknown>);
      });
    }
  };

  controlSync(functions, 'openSync', describe('openSync'), remember);
  controlCallback(functions, 'open', describe('open'), remember);
  controlPromise(promises, 'open', describe('open'), remember);
  replace(functions, 'closeSync', (original, self, args) => {
    openFiles.delete(args[0] as number);
    return Reflect.apply(original, self, args);
  });
  replace(functions, 'close', (original, self, [descriptor, callback]) => {
    openFiles.delete(descriptor as number);
    const closed = new Promise<unknown[]>((resolve) => {
      Reflect.apply(original, self, [descriptor, (...results: unknown[]) => resolve(results)]);
    });
    void turns.passing(closed).then((results) => (callback as Call | undefined)?.(...results));
  });
}

async function controlHandles(): Promise<void> {
  const handle = await fs.promises.open(process.execPath);
  const methods = Object.getPrototypeOf(handle) as Functions;
  await handle.close();
  for (const [name, function_] of Object.entries(handleMethods)) {
    replace(methods, name, (original, self, args) => {
      const path = openHandles.get(self as object);
      const perform = () => Reflect.apply(original, self, args);
      return path === undefined || !turns.isRunning
        ? perform()
        : turns.async(operationOnOpenFile(function_, name, path), perform);
    });
  }
}

type Remember = (path: unknown, result: unknown) => void;

function controlSync(owner: Functions, name: string, describe: Describe, remember?: Remember): void {
  replace(owner, name, (original, self, args) => {
    const operation = turns.isRunning ? describe(args) : undefined;
    const perform = () => Reflect.apply(original, self, args);
    const result = operation === undefined ? perform() : turns.sync(operation, perform);
    remember?.(args[0], result);
    return result;
  });
}

function controlCallback(owner: Functions, name: string, describe: Describe, remember?: Remember): void {
  replace(owner, name, (original, self, args) => {
    const callback = args.at(-1);
    const operation = turns.isRunning && typeof callback === 'function' ? describe(args) : undefined;
    if (operation === undefined || typeof callback !== 'function') {
      return Reflect.apply(original, self, args);
    }

    // Its outcome is that of the callback's arguments: an error, or what came out.
    const perform = () =>
      new Promise<unknown[]>((resolve) => {
        Reflect.apply(original, self, [...args.slice(0, -1), (...results: unknown[]) => resolve(results)]);
      });
    void turns.async(operation, perform).then((results) => {
      remember?.(args[0], results[1]);
      callback(...results);
    });
  });
}

function controlPromise(owner: Functions, name: string, describe: Describe, remember?: Remember): void {
  replace(owner, name, (original, self, args) => {
    const operation = turns.isRunning ? describe(args) : undefined;
    const perform = () => Reflect.apply(original, self, args);
    if (operation === undefined) {
      return perform();
    }

    return turns.async(operation, perform).then((result) => {
      remember?.(args[0], result);
      return result;
    });
  });
}

function replace(
  owner: Functions,
  name: string,
  call: (original: Call, self: unknown, args: unknown[]) => unknown,
): void {
  const original = owner[name];
  // Not every Node has every function.
  if (original !== undefined) {
    // A proxy keeps what hangs on a function: `util.promisify` finds there what it makes of it.
    owner[name] = new Proxy(original, { apply: (target, self, args) => call(target, self, args) });
  }
}
