// The test hands in lists of arguments, as JSON: a task is started with each of them.
import { startTask } from '../create.ts';

const module = new URL('./tasks.ts', import.meta.url);
const lists: unknown[][] = JSON.parse(process.argv[2] ?? '[["jason", 3]]');
for (const args of lists) {
  startTask({ module, name: 'receive', args });
}
