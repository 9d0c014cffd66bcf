// Module hooks for Node 20: a .ts file is an ES module whose types are blanked out, so lines and columns stay as written.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cacheDirectory = fileURLToPath(new URL('../../node_modules/.cache/pidojo/typescript/', import.meta.url));
// Part of every cache key: raise it when the way of stripping changes.
const FORMAT = 1;

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !new URL(url).pathname.endsWith('.ts')) {
    return nextLoad(url, context);
  }

  const path = fileURLToPath(url);
  return { format: 'module', shortCircuit: true, source: await strip(readFileSync(path, 'utf8'), path) };
}

async function strip(source, path) {
  const key = createHash('sha1').update(`${FORMAT}\0${source}`).digest('hex');
  const cached = `${cacheDirectory}${key}.mjs`;
  try {
    return readFileSync(cached, 'utf8');
  } catch {
    // Not stripped yet.
  }

  const { default: swc } = await import('@swc/wasm-typescript');
  let code;
  try {
    ({ code } = swc.transformSync(source, { mode: 'strip-only', filename: path }));
  } catch (error) {
    throw syntaxError(error, path);
  }

  keep(cached, code);
  return code;
}

// The codes are those of Node's own type stripping, so that both read the same from outside.
function syntaxError({ code, message, snippet, startLine }, path) {
  const name = code === 'UnsupportedSyntax' ? 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX' : 'ERR_INVALID_TYPESCRIPT_SYNTAX';
  const error = new SyntaxError(`${path}:${startLine}\n${snippet ?? ''}\n${message} [${name}]`);
  error.code = name;
  return error;
}

// Many processes may strip the same file at once: each writes its own file, and the last rename wins.
function keep(cached, code) {
  const draft = `${cached}.${process.pid}`;
  try {
    mkdirSync(cacheDirectory, { recursive: true });
    writeFileSync(draft, code);
    renameSync(draft, cached);
  } catch {
    // A read-only installation is slower, not broken.
  }
}
