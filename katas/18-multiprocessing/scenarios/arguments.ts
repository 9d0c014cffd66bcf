// The test hands in the arguments of a task, as JSON.
import { Process } from '../multiprocessing.ts';

const args = JSON.parse(process.argv[2] ?? '[1, "str", [1]]');
const child = new Process({ target: { module: new URL('./tasks.ts', import.meta.url), name: 'report', args } });
child.start();
await child.join();
