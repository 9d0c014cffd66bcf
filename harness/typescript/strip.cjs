'use strict';
// Blanks out types, so that lines and columns stay as written. What was stripped once is kept, found again by its content.
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const cacheDirectory = join(__dirname, '../../node_modules/.cache/pidojo/typescript');
// Part of every name in the cache: raise it when the way of stripping changes.
const FORMAT = 2;
/** Between source and code in a file of the cache: neither holds a NUL. */
const SEPARATOR = '\0';

/**
 * @param {string} source TypeScript
 * @param {string} path of the file, for messages
 * @returns {string} JavaScript of the same lines and columns
 * @throws {SyntaxError} with the codes of Node's own type stripping, so that both read the same from outside
 */
exports.strip = function strip(source, path) {
  const cached = join(cacheDirectory, `${FORMAT}-${source.length}-${hash(source)}.mjs`);
  const kept = readIfThere(cached);
  // The hash is a quick one, and node:crypto takes longer to load than a program to start: the source decides.
  if (kept?.startsWith(source + SEPARATOR)) {
    return kept.slice(source.length + SEPARATOR.length);
  }

  let code;
  try {
    ({ code } = require('@swc/wasm-typescript').transformSync(source, { mode: 'strip-only', filename: path }));
  } catch (error) {
    throw syntaxError(error, path);
  }

  keep(cached, source + SEPARATOR + code);
  return code;
};

/** FNV-1a, 32 bits (draft-eastlake-fnv). */
function hash(text) {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }

  return (value >>> 0).toString(16);
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function syntaxError({ code, message, snippet, startLine }, path) {
  const name = code === 'UnsupportedSyntax' ? 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX' : 'ERR_INVALID_TYPESCRIPT_SYNTAX';
  const error = new SyntaxError(`${path}:${startLine}\n${snippet ?? ''}\n${message} [${name}]`);
  error.code = name;
  return error;
}

// Many processes may strip the same file at once: each writes its own file, and the last rename wins.
function keep(file, text) {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(cacheDirectory, { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch {
    // A read-only installation is slower, not broken.
  }
}
