// A task for each exit code in the arguments; the test decides in which order they end.
import { mark } from '#harness/scenario.ts';
import { runAll } from '../join.ts';

const module = new URL('./tasks.ts', import.meta.url);
const codes = process.argv.slice(2).map(Number);
const exits = await runAll(codes.map((code, child) => ({ module, name: 'endWith', args: [child, code] })));
mark('results', exits);
