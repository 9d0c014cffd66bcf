// A program starts one task and goes on; the task works for as long as the test wants.
import { mark } from '#harness/scenario.ts';
import { startTask } from '../create.ts';

const module = new URL('./tasks.ts', import.meta.url);
const child = startTask({ module, name: 'work' });
mark('main goes on');
mark('child given', child.pid);
// Should the child be in trouble, this is how we get to read it.
child.stderr?.pipe(process.stderr);
