// A program starts one task and waits for the process to end.
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';
import { startTask } from '../create.ts';

const module = new URL('./tasks.ts', import.meta.url);
const child = startTask({ module, name: 'work', args: ['jason'] });
const [code] = await once(child, 'exit');
mark('child ended', code);
