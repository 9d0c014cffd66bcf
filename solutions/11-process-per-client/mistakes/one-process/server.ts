/**
 * Serves all clients in the process that listens. Between two chunks it finds time for each of them, until one of them
 * takes the processor for itself, or crashes.
 *
 * @rejectedBy serves every client in a process of its own
 * @diagnosis clients-share-a-process
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A server that is open for clients. */
export interface EchoServer {
  /** The port at which it listens. */
  port: number;
  /** Ends it: when the promise is fulfilled, all workers have ended and the port is free. */
  close(): Promise<void>;
}

/**
 * Opens an echo server at 127.0.0.1, for programs of this machine alone: what a client sends comes back with its ASCII letters in
 * upper case, all other bytes as they were. Every client is served by a process of its own, which ends with its client.
 * @param options `port`: where to listen; 0 for any port that is free
 * @returns the server, once it listens. Rejects with the cause when it cannot listen there
 */
export async function serve(options: { port: number }): Promise<EchoServer> {
  const clients = new Set<Socket>();
  const listener = createServer((client) => {
    clients.add(client);
    client.on('data', (bytes) => client.write(bytes.map(toUpper)));
    client.on('error', () => {});
    client.once('close', () => clients.delete(client));
  });
  listener.listen({ host: '127.0.0.1', port: options.port });
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      const closed = once(listener, 'close');
      listener.close();
      for (const client of clients) {
        client.destroy();
      }

      await closed;
    },
  };
}

// A byte of a longer character is never below 0x80, so it does not matter where the stream was cut.
function toUpper(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}
