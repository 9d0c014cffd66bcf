/**
 * Opens the server at the top level of a module that each worker loads too, for its function `talk`. To load a module is to
 * run it.
 *
 * @rejectedBy opens the listening socket once, not again in each worker
 * @diagnosis listening-socket-opened-again
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server that is open for clients. */
export interface EchoServer {
  /** The port at which it listens. */
  port: number;
  /** Ends it: when the promise is fulfilled, all workers have ended and the port is free. */
  close(): Promise<void>;
}

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

const listener = createServer({ pauseOnConnect: true });
listener.listen({ host: '127.0.0.1', port: 0 });
// A worker shall not stay for its sake.
listener.unref();

/**
 * Opens an echo server at 127.0.0.1, for programs of this machine alone: what a client sends comes back with its ASCII letters in
 * upper case, all other bytes as they were. Every client is served by a process of its own, which ends with its client.
 * @param options `port`: where to listen; 0 for any port that is free
 * @returns the server, once it listens. Rejects with the cause when it cannot listen there
 */
export async function serve(options: { port: number }): Promise<EchoServer> {
  const workers = new Set<ChildProcess>();
  listener.on('connection', (client) => {
    const child = fork(worker);
    workers.add(child);
    child.once('exit', () => workers.delete(child));
    child.send('serve', client);
  });
  if (options.port !== 0) {
    listener.close();
    listener.listen({ host: '127.0.0.1', port: options.port });
  }

  if (!listener.listening) {
    await once(listener, 'listening');
  }

  listener.ref();
  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      listener.close();
      await Promise.all([...workers].map(end));
    },
  };
}

/** Serves one client. */
export function talk(client: Socket): void {
  client.on('data', (bytes) => client.write(bytes.map(toUpper)));
  client.on('error', () => {});
}

function end(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  return ended;
}

// A byte of a longer character is never below 0x80, so it does not matter where the stream was cut.
function toUpper(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}
