// The test hands in the arguments for one task, as JSON.
import { startTask } from '../create.ts';

const module = new URL('./tasks.ts', import.meta.url);
startTask({ module, name: 'receive', args: JSON.parse(process.argv[2] ?? '["jason", 3]') });
