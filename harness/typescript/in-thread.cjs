'use strict';
// Loads .ts programs in their own thread, on Node 20: for the processes of a run.
//
// The hooks of node:module run in a thread of their own there, and to start it takes longer than all the rest of a small
// program: 38 of 75 ms. So a program that is a .ts file is linked here, from modules of node:vm, whose order of loading and
// evaluation is V8's own. Everything else (a .mjs program, `node --eval`, a thread) gets the hooks after all.
// Loaded with --require; needs --experimental-vm-modules. Goes when Node 20 goes.
const Module = require('node:module');
const { readFileSync, realpathSync } = require('node:fs');
const { fileURLToPath, pathToFileURL } = require('node:url');
const vm = require('node:vm');
const { isMainThread } = require('node:worker_threads');
const { strip } = require('./strip.cjs');

const UNSETTLED_AWAIT = 13;

/** Modules by URL, as the graph of a program has each once. */
const modules = new Map();
/** Modules of Node's own among them. */
const builtins = [];
/** To link is to wait, and V8 takes no graph of which another is linking a part: one after the other. */
let linking = Promise.resolve();
let hasHooks = false;

const mainUrl = isMainThread && process._eval === undefined ? urlOfTypeScript(process.argv[1]) : undefined;
if (mainUrl === undefined) {
  useHooks();
} else {
  // To patch it is how programs in other languages have been started since CommonJS; Node keeps that working.
  Module.runMain = () => start(mainUrl);
}

const syncBuiltinESMExports = Module.syncBuiltinESMExports;
Module.syncBuiltinESMExports = () => {
  syncBuiltinESMExports();
  for (const builtin of builtins) {
    builtin.refresh();
  }
};

function urlOfTypeScript(program) {
  try {
    const path = realpathSync(program);
    return path.endsWith('.ts') ? pathToFileURL(path).href : undefined;
  } catch {
    // None is given, or it is not there: Node knows what to say.
    return undefined;
  }
}

function start(url) {
  let isUnsettled = true;
  let endsByItself = false;
  // A program may also be ended by process.exit() while it waits.
  process.on('beforeExit', () => {
    endsByItself = true;
  });
  process.on('exit', () => {
    if (isUnsettled && endsByItself) {
      process.exitCode ??= UNSETTLED_AWAIT;
    }
  });
  runProgram(url)
    .finally(() => {
      isUnsettled = false;
    })
    // An error is left to Node, which prints where it was thrown; of anything else it would only say that a promise rejected.
    .catch((thrown) => {
      if (thrown instanceof Error) {
        throw thrown;
      }

      process.nextTick(() => {
        throw thrown;
      });
    });
}

async function runProgram(url) {
  for (const preload of preloads()) {
    await evaluate(await load(preload, pathToFileURL(`${process.cwd()}/`).href));
  }

  await evaluate(await load(url, url));
}

/** What is given with --import, in the order in which Node would load it. */
function preloads() {
  const words = [...(process.env.NODE_OPTIONS ?? '').split(' '), ...process.execArgv];
  return words.flatMap((word, index) => {
    const [, joined] = /^--import=(.+)$/.exec(word) ?? [];
    return joined ?? (word === '--import' ? (words[index + 1] ?? []) : []);
  });
}

async function evaluate(loaded) {
  // Two may wish for a module at once.
  const linked = linking.then(() => (loaded.status === 'unlinked' ? loaded.link(link) : undefined));
  linking = linked.catch(() => {});
  await linked;
  await loaded.evaluate();
  return loaded;
}

function link(specifier, importer, { attributes }) {
  return load(specifier, importer.identifier, attributes);
}

/** The module that `specifier` means in the file `importer` (a URL); neither linked nor evaluated. */
function load(specifier, importer, attributes) {
  if (Module.isBuiltin(specifier)) {
    return modules.get(specifier) ?? loadBuiltin(specifier);
  }

  const url = resolve(specifier, importer);
  return url !== undefined && new URL(url).pathname.endsWith('.ts')
    ? (modules.get(url) ?? loadTypeScript(url, importer))
    : loadNative(specifier, importer, attributes);
}

/** @returns the URL of a path, a file URL or an import of the package itself (#...); undefined for all that Node finds better */
function resolve(specifier, importer) {
  if (/^(?:\.{0,2}\/|file:)/.test(specifier)) {
    const url = new URL(specifier, importer);
    inheritRun(url, specifier, importer);
    const path = realpathIfThere(fileURLToPath(url));
    return path === undefined ? url.href : `${pathToFileURL(path).href}${url.search}${url.hash}`;
  }

  if (!specifier.startsWith('#')) {
    return undefined;
  }

  try {
    return pathToFileURL(Module.createRequire(importer).resolve(specifier)).href;
  } catch {
    return undefined;
  }
}

// As harness/schedule/actor/fresh-modules.ts has it where Node has hooks for that.
function inheritRun(url, specifier, importer) {
  const run = specifier.startsWith('.') && importer.includes('?') ? new URL(importer).searchParams.get('run') : null;
  if (run !== null) {
    url.searchParams.set('run', run);
  }
}

function realpathIfThere(path) {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function loadTypeScript(url, importer) {
  const path = fileURLToPath(url);
  const code = strip(readSource(path, url, importer), path);
  const loaded = new vm.SourceTextModule(code, {
    identifier: url,
    initializeImportMeta(meta) {
      meta.dirname = require('node:path').dirname(path);
      meta.filename = path;
      meta.resolve = (specifier) => resolveForProgram(specifier, url);
      meta.url = url;
    },
    importModuleDynamically: async (specifier, _, attributes) => evaluate(await load(specifier, url, attributes)),
  });
  modules.set(url, loaded);
  return loaded;
}

function readSource(path, url, importer) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') {
      throw error;
    }

    const missing = new Error(`Cannot find module '${path}' imported from ${fileURLToPath(importer)}`);
    throw Object.assign(missing, { code: 'ERR_MODULE_NOT_FOUND', url });
  }
}

function resolveForProgram(specifier, importer) {
  if (Module.isBuiltin(specifier)) {
    return specifier.startsWith('node:') ? specifier : `node:${specifier}`;
  }

  return resolve(specifier, importer) ?? pathToFileURL(Module.createRequire(importer).resolve(specifier)).href;
}

function loadBuiltin(specifier) {
  const exported = require(specifier);
  const names = [...new Set(['default', ...Object.keys(exported)])];
  const loaded = new vm.SyntheticModule(names, refresh, { identifier: specifier });
  function refresh() {
    for (const name of names) {
      loaded.setExport(name, name === 'default' ? exported : exported[name]);
    }
  }

  builtins.push({ refresh: () => loaded.status === 'evaluated' && refresh() });
  modules.set(specifier, loaded);
  return loaded;
}

// A package, a .mjs file, a JSON file: Node's own loader has them, and the errors that belong to them.
async function loadNative(specifier, importer, attributes) {
  useHooks();
  const importFromThere = new vm.Script('(specifier, options) => import(specifier, options)', {
    filename: fileURLToPath(importer),
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext();
  const namespace = await importFromThere(specifier, { with: { ...attributes } });
  const names = Object.keys(namespace);
  return new vm.SyntheticModule(
    names,
    function setExports() {
      for (const name of names) {
        this.setExport(name, namespace[name]);
      }
    },
    { identifier: specifier },
  );
}

function useHooks() {
  if (!hasHooks) {
    hasHooks = true;
    Module.register('./hooks.mjs', pathToFileURL(__filename));
  }
}
