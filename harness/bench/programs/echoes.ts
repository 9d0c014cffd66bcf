// Sends back each line as it comes, standing still in between: one end of a ping-pong over a pipe.
import { readSync, writeSync } from 'node:fs';

const FD = 3;
const buffer = Buffer.alloc(1024);

for (;;) {
  const length = readSync(FD, buffer);
  if (length === 0) {
    break;
  }

  writeSync(FD, buffer, 0, length);
}
