// Makes a daemon of a child that runs already.
import { mark } from '#harness/scenario.ts';
import { Child } from '../daemon.ts';

const child = new Child({ module: new URL('./tasks.ts', import.meta.url), name: 'nothing' });
mark('before the start', { daemon: child.daemon, pid: child.pid ?? 'none' });
child.start();
try {
  child.daemon = true;
  mark('set');
} catch (error) {
  mark('refused', String(error));
}

mark('after it', { daemon: child.daemon });
