// Serves the one client that it is sent, and has nothing more to do when that one has gone.
import type { Socket } from 'node:net';

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const FROM_SMALL_TO_CAPITAL = 0x20;

process.once('message', (_message, client: Socket) => {
  client.on('data', (bytes) => {
    // False: so much is under way already that the client has to read first.
    if (!client.write(bytes.map(toUpper))) {
      client.pause();
    }
  });
  client.on('drain', () => client.resume());
  // A connection that breaks is also closed, which is all that matters here.
  client.on('error', () => {});
});

// A byte of a longer character is never below 0x80, so it does not matter where the stream was cut.
function toUpper(byte: number): number {
  return byte >= SMALL_A && byte <= SMALL_Z ? byte - FROM_SMALL_TO_CAPITAL : byte;
}
