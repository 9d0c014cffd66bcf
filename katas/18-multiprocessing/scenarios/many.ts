// Many processes at once: some end by themselves, as many are terminated as soon as they are started.
import { mark } from '#harness/scenario.ts';
import { activeChildren, Process } from '../multiprocessing.ts';

const MANY = 8;
const module = new URL('./tasks.ts', import.meta.url);
const start = (name: string) => {
  const children = Array.from({ length: MANY }, () => new Process({ target: { module, name } }));
  for (const child of children) {
    child.start();
  }

  return children;
};

const brief = start('nothing');
mark('active', activeChildren().length);
for (const child of brief) {
  await child.join();
}

mark(
  'ended by themselves',
  brief.map(({ exitCode }) => exitCode),
);
const staying = start('stay');
for (const child of staying) {
  child.terminate();
}

for (const child of staying) {
  await child.join();
}

mark(
  'terminated',
  staying.map(({ exitCode }) => exitCode),
);
mark('active', activeChildren().length);
