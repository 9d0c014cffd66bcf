import { fileURLToPath } from 'node:url';
import type { Crash } from './crash.ts';

/** A module that could not be found. */
export interface MissingModule {
  /** Absolute path of a file, or the name of a package. */
  missing: string;
  kind: 'file' | 'package' | 'built-in';
  /** Absolute path of the file that imports it, or of a directory, with a slash at its end, when it is a program to run. */
  importer: string | undefined;
}

const NOT_FOUND = /^Cannot find (module|package) '(.+?)'(?: imported from (.+))?/;
const NO_BUILT_IN = /^No such built-in module: (.+)/;
const REQUIRE_STACK = /^Require stack:\n- (.+)/m;

/** Reads which module was missing, and where; `undefined` for any other error. */
export function readMissingModule({ message, code, frames }: Crash): MissingModule | undefined {
  const [, builtIn] = NO_BUILT_IN.exec(message) ?? [];
  if (builtIn !== undefined) {
    return { missing: builtIn, kind: 'built-in', importer: frames.find(({ path }) => path.startsWith('/'))?.path };
  }

  const [, kind, missing, from] = NOT_FOUND.exec(message) ?? [];
  if (missing === undefined || !/^(?:ERR_)?MODULE_NOT_FOUND$/.test(code ?? '')) {
    return undefined;
  }

  const [, requirer] = REQUIRE_STACK.exec(message) ?? [];
  return { missing, kind: kind === 'package' ? 'package' : 'file', importer: toPath(from ?? requirer) };
}

/** An import of a name that the other module does not export. */
export interface MissingExport {
  /** As the importer spells it, e.g. `../join.ts`. */
  module: string;
  name: string;
  importer: string | undefined;
}

const NO_EXPORT = /^The requested module '(.+?)' does not provide an export named '(.+?)'/;

export function readMissingExport({ message, place }: Crash): MissingExport | undefined {
  const [, module, name] = NO_EXPORT.exec(message) ?? [];
  return module === undefined || name === undefined ? undefined : { module, name, importer: place?.path };
}

function toPath(from: string | undefined): string | undefined {
  return from?.startsWith('file://') ? fileURLToPath(from) : from;
}
