import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A server that is open for clients. */
export interface EchoServer {
  /** The port at which it listens. */
  port: number;
  /** Ends it: when the promise is fulfilled, all workers have ended and the port is free. */
  close(): Promise<void>;
}

const thisFile = fileURLToPath(import.meta.url);
const AS_WORKER = 'as worker of the echo server';

/** What each byte becomes. */
const upperCase = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte));

// The same file is the worker's program: it is told so when it is started.
if (process.argv[2] === AS_WORKER) {
  process.once('message', (_message, client: Socket) => {
    const toUpper = new Transform({
      transform: (bytes: Buffer, _encoding, done) =>
        done(
          null,
          bytes.map((byte) => upperCase[byte] ?? byte),
        ),
    });
    // Who has said his last word may still wait for an answer.
    client.allowHalfOpen = true;
    client.pipe(toUpper).pipe(client);
    client.on('error', () => process.exit());
    client.once('close', () => process.exit());
  });
}

/**
 * Opens an echo server at 127.0.0.1, for programs of this machine alone: what a client sends comes back with its ASCII letters in
 * upper case, all other bytes as they were. Every client is served by a process of its own, which ends with its client.
 * @param options `port`: where to listen; 0 for any port that is free
 * @returns the server, once it listens. Rejects with the cause when it cannot listen there
 */
export async function serve(options: { port: number }): Promise<EchoServer> {
  const workers = new Set<ChildProcess>();
  const listener = createServer({ pauseOnConnect: true }, (client) => {
    const child = fork(thisFile, [AS_WORKER]);
    workers.add(child);
    child.once('exit', () => workers.delete(child));
    child.send('serve', client);
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(options.port, '127.0.0.1', resolve);
  });
  const closed = new Promise<void>((resolve) => listener.once('close', resolve));
  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      listener.close();
      for (const child of workers) {
        child.kill();
      }

      // Comes when the last connection that was handed over has ended.
      await closed;
      await Promise.all([...workers].map((child) => once(child, 'exit')));
    },
  };
}
