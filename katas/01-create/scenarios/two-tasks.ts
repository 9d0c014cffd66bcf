// Two tasks, one call for each; both work for as long as the test wants.
import { startTask } from '../create.ts';

const module = new URL('./tasks.ts', import.meta.url);
startTask({ module, name: 'work', args: ['jason'] });
startTask({ module, name: 'work', args: ['tony'] });
