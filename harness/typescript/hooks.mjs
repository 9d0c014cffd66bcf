// Module hooks for Node 20: a .ts file is an ES module whose types are blanked out.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strip } from './strip.cjs';

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !new URL(url).pathname.endsWith('.ts')) {
    return nextLoad(url, context);
  }

  const path = fileURLToPath(url);
  return { format: 'module', shortCircuit: true, source: strip(readFileSync(path, 'utf8'), path) };
}
