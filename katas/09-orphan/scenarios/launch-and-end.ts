// Launches a task, and has nothing more to do.
import { launch } from '../orphan.ts';

launch({ module: new URL('./tasks.ts', import.meta.url), name: 'work' });
