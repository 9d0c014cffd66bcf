// A child that starts a child of its own. Whether it is a daemon is told by the argument.
import { gate } from '#harness/scenario.ts';
import { Child } from '../daemon.ts';

const daemon = process.argv[2] === 'daemon';
new Child({ module: new URL('./tasks.ts', import.meta.url), name: 'startAnother' }, { daemon }).start();
await gate('end');
