// Serves the one client that it is sent, and has nothing more to do when that one has gone.
import type { Socket } from 'node:net';

process.once('message', (_message, client: Socket) => {
  client.on('data', (bytes) => client.write(bytes.map(toUpper)));
  client.on('error', () => {});
});

// A byte of a longer character is never below 0x80, so it does not matter where the stream was cut.
function toUpper(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}
