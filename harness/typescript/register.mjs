// Lets this process, and each Node process below it that inherits NODE_OPTIONS or execArgv, run .ts files.
// Node 22.18 and later strip types themselves; when Node 20 is no longer supported, this folder can go.
import { existsSync } from 'node:fs';
import module from 'node:module';

if (!existsSync(new URL('../../node_modules/vitest', import.meta.url))) {
  console.error('The packages that this workbook needs are not installed.\nnext: npm ci');
  process.exit(2);
}

if (process.features.typescript) {
  module.enableCompileCache?.();
} else {
  module.register('./hooks.mjs', import.meta.url);
}
