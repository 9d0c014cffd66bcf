// Lets this process, and each Node process below it that inherits NODE_OPTIONS or execArgv, run .ts files.
// Node 22.18 and later strip types themselves; when Node 20 is no longer supported, this folder can go.
import module from 'node:module';

if (process.features.typescript) {
  module.enableCompileCache?.();
} else {
  module.register('./hooks.mjs', import.meta.url);
}
