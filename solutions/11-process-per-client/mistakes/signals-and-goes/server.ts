/**
 * close() sends each worker a signal, and says that they have ended. A signal is a request: the end comes later.
 *
 * @rejectedBy close() ends every worker, and frees the port
 * @diagnosis workers-outlive-close
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server that is open for clients. */
export interface EchoServer {
  /** The port at which it listens. */
  port: number;
  /** Ends it: when the promise is fulfilled, all workers have ended and the port is free. */
  close(): Promise<void>;
}

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

/**
 * Opens an echo server at 127.0.0.1, for programs of this machine alone: what a client sends comes back with its ASCII letters in
 * upper case, all other bytes as they were. Every client is served by a process of its own, which ends with its client.
 * @param options `port`: where to listen; 0 for any port that is free
 * @returns the server, once it listens. Rejects with the cause when it cannot listen there
 */
export async function serve(options: { port: number }): Promise<EchoServer> {
  const workers = new Set<ChildProcess>();
  const listener = createServer({ pauseOnConnect: true }, (client) => {
    const child = fork(worker);
    workers.add(child);
    child.once('exit', () => workers.delete(child));
    child.send('serve', client);
  });
  listener.listen({ host: '127.0.0.1', port: options.port });
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      listener.close();
      for (const child of workers) {
        child.kill();
      }
    },
  };
}
