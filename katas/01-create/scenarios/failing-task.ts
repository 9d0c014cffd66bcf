// The task throws. Its program reads what the process has to say, notes how it ended, and lives on.
import { once } from 'node:events';
import { gate, mark } from '#harness/scenario.ts';
import { startTask } from '../create.ts';

const module = new URL('./tasks.ts', import.meta.url);
const child = startTask({ module, name: 'fail', args: ['jason'] });
// The error may come here by a pipe; with stdio 'inherit' there is none, and the process writes to our stderr itself.
child.stderr?.pipe(process.stderr);
const [code] = await once(child, 'exit');
mark('child ended', code);
await gate('main lives on');
