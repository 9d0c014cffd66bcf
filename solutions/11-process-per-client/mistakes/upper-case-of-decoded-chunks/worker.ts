// Serves the one client that it is sent, and has nothing more to do when that one has gone.
import type { Socket } from 'node:net';

process.once('message', (_message, client: Socket) => {
  client.on('data', (chunk) => client.write(chunk.toString('utf8').toUpperCase()));
  client.on('error', () => {});
});
