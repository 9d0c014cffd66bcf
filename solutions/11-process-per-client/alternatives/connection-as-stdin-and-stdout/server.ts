import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A server that is open for clients. */
export interface EchoServer {
  /** The port at which it listens. */
  port: number;
  /** Ends it: when the promise is fulfilled, all workers have ended and the port is free. */
  close(): Promise<void>;
}

// Reads whatever has come, writes byte by byte: so nothing waits in its buffer. LC_ALL: ASCII letters alone.
const FILTER = ['ibs=64k', 'obs=1', 'conv=ucase'];
const C_LOCALE = { ...process.env, LC_ALL: 'C' };

/**
 * Opens an echo server at 127.0.0.1, for programs of this machine alone: what a client sends comes back with its ASCII letters in
 * upper case, all other bytes as they were. Every client is served by a process of its own, which ends with its client.
 * @param options `port`: where to listen; 0 for any port that is free
 * @returns the server, once it listens. Rejects with the cause when it cannot listen there
 */
export async function serve(options: { port: number }): Promise<EchoServer> {
  const workers = new Set<ChildProcess>();
  const listener = createServer({ pauseOnConnect: true }, (client) => {
    // As inetd does it: the worker is born with the connection as its standard input and output, and knows nothing of sockets.
    const child = spawn('dd', FILTER, { stdio: [client, client, 'ignore'], env: C_LOCALE });
    workers.add(child);
    child.once('exit', () => workers.delete(child));
    child.once('error', () => workers.delete(child));
    // Closes our copy. The connection itself goes on.
    client.destroy();
  });
  listener.listen({ host: '127.0.0.1', port: options.port });
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      listener.close();
      await Promise.all([...workers].map(end));
    },
  };
}

function end(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  return ended;
}
