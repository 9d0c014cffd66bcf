// Three tasks that work for as long as the test wants.
import { mark } from '#harness/scenario.ts';
import { runAll } from '../join.ts';

const module = new URL('./tasks.ts', import.meta.url);
const exits = await runAll([1, 2, 3].map((child) => ({ module, name: 'work', args: [child] })));
mark('results', exits);
