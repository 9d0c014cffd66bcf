// The test hands in, as JSON, what children do in the end; their exit codes are told.
import { mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';

const module = new URL('./tasks.ts', import.meta.url);
const ends: [name: string, ...args: unknown[]][] = JSON.parse(process.argv[2] ?? '[["exit", 8], ["fail"]]');
const children = ends.map(([name, ...args]) => new Process({ target: { module, name, args } }));
for (const child of children) {
  child.start();
}

for (const child of children) {
  await child.join();
}

mark(
  'exit codes',
  children.map(({ exitCode }) => exitCode ?? 'none'),
);
