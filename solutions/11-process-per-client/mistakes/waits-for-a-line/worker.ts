// Serves the one client that it is sent, and has nothing more to do when that one has gone.
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

process.once('message', (_message, client: Socket) => {
  client.on('error', () => {});
  createInterface({ input: client }).on('line', (line) => client.write(`${line.toUpperCase()}\n`));
});
