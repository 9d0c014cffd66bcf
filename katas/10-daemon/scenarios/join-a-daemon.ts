// A main program that waits for its daemon, and ends some time after it.
import { gate, mark } from '#harness/scenario.ts';
import { Child } from '../daemon.ts';

const daemon = new Child({ module: new URL('./tasks.ts', import.meta.url), name: 'serve' }, { daemon: true });
daemon.start();
await daemon.join();
mark('joined');
await gate('end');
await daemon.join();
