// A main program that has something to put away when it gets SIGTERM, and an exit status of its own for that.
import { gate } from '#harness/scenario.ts';
import { Child } from '../daemon.ts';

new Child({ module: new URL('./tasks.ts', import.meta.url), name: 'serve' }, { daemon: true }).start();
process.on('SIGTERM', async () => {
  await gate('put away');
  process.exit(5);
});
await gate('end');
