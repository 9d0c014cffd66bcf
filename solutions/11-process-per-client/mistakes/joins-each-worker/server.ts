/**
 * Starts a process for a client, and waits for its end before it takes the next client: as `p.start()` and `p.join()` in the
 * loop that accepts.
 *
 * @rejectedBy a client that says nothing delays nobody
 * @diagnosis client-kept-waiting
 */
import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
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
  const listener = createServer({ pauseOnConnect: true });
  const accepting = accept(listener, workers);
  listener.listen({ host: '127.0.0.1', port: options.port });
  await Promise.race([once(listener, 'listening'), accepting]);
  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      listener.close();
      await Promise.all([...workers].map(end));
    },
  };
}

async function accept(listener: Server, workers: Set<ChildProcess>): Promise<void> {
  for await (const [client] of on(listener, 'connection', { close: ['close'] })) {
    const child = fork(worker);
    workers.add(child);
    child.send('serve', client);
    await once(child, 'exit');
    workers.delete(child);
  }
}

function end(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  return ended;
}
