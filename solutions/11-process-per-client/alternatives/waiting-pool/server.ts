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

/** So many workers have booted when a client comes: each waits for one client, and ends with it. */
const WAITING = 2;

/**
 * Opens an echo server at 127.0.0.1, for programs of this machine alone: what a client sends comes back with its ASCII letters in
 * upper case, all other bytes as they were. Every client is served by a process of its own, which ends with its client.
 * @param options `port`: where to listen; 0 for any port that is free
 * @returns the server, once it listens. Rejects with the cause when it cannot listen there
 */
export async function serve(options: { port: number }): Promise<EchoServer> {
  const workers = new Set<ChildProcess>();
  const waiting: ChildProcess[] = [];
  const listener = createServer({ pauseOnConnect: true }, (client) => {
    giveTo(waiting.shift() ?? start(), client);
    waiting.push(start());
  });
  listener.listen({ host: '127.0.0.1', port: options.port });
  await once(listener, 'listening');
  while (waiting.length < WAITING) {
    waiting.push(start());
  }

  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      listener.close();
      await Promise.all([...workers].map(end));
    },
  };

  function start(): ChildProcess {
    const child = fork(worker);
    workers.add(child);
    child.once('exit', () => {
      workers.delete(child);
      // One that ends while it waits leaves the queue.
      const place = waiting.indexOf(child);
      if (place >= 0) {
        waiting.splice(place, 1);
      }
    });
    return child;
  }
}

function giveTo(child: ChildProcess, client: Socket): void {
  child.send('serve', client, (error) => error && client.destroy());
}

function end(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  return ended;
}
