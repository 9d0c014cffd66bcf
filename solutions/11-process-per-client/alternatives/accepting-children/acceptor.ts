// Accepts one client, passes the listening socket on, and serves that client.
import type { SendHandle } from 'node:child_process';
import { type AddressInfo, createServer, type Socket } from 'node:net';

process.once('message', (order: number | 'accept', handle: unknown) => {
  const listener = createServer();
  listener.once('connection', (client) => {
    // In the same turn, so that this process accepts nobody else. The bare handle: one that listens would accept at once.
    const { _handle: bare } = listener as unknown as { _handle: SendHandle };
    process.send?.('taken', bare);
    listener.close();
    talk(client);
  });

  if (order === 'accept') {
    listener.listen(handle);
    return;
  }

  listener.once('error', ({ code, message }: NodeJS.ErrnoException) => {
    process.send?.({ code, message }, () => process.disconnect());
  });
  listener.listen(order, '127.0.0.1', () => process.send?.({ port: (listener.address() as AddressInfo).port }));
});

function talk(client: Socket): void {
  client.on('data', (bytes) => client.write(bytes.map(toUpper)));
  client.on('error', () => {});
  client.once('close', () => process.disconnect());
}

// A byte of a longer character is never below 0x80, so it does not matter where the stream was cut.
function toUpper(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}
