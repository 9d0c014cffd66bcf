// Launches a task, and exits before its event loop has turned.
import { launch } from '../orphan.ts';

launch({ module: new URL('./tasks.ts', import.meta.url), name: 'work' });
process.exit();
