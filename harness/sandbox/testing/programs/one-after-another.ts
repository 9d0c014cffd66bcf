// The same, from Node, each after the end of the one before it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

for (;;) {
  await once(spawn('/bin/true', { stdio: 'ignore' }), 'exit');
}
