// Twenty processes that mark at the same time.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./counts.ts', import.meta.url));
for (let child = 1; child <= 20; child += 1) {
  fork(program);
}
