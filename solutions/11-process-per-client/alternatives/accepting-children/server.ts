import { type ChildProcess, fork, type SendHandle } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server that is open for clients. */
export interface EchoServer {
  /** The port at which it listens. */
  port: number;
  /** Ends it: when the promise is fulfilled, all workers have ended and the port is free. */
  close(): Promise<void>;
}

const acceptor = fileURLToPath(new URL('./acceptor.ts', import.meta.url));

type Word = { port: number } | { code: string; message: string } | 'taken';

/**
 * Opens an echo server at 127.0.0.1, for programs of this machine alone: what a client sends comes back with its ASCII letters in
 * upper case, all other bytes as they were. Every client is served by a process of its own, which ends with its client.
 * @param options `port`: where to listen; 0 for any port that is free
 * @returns the server, once it listens. Rejects with the cause when it cannot listen there
 */
export async function serve(options: { port: number }): Promise<EchoServer> {
  const children = new Set<ChildProcess>();
  let isClosing = false;
  const first = start();
  first.send(options.port);
  const [answer] = (await once(first, 'message')) as [Exclude<Word, 'taken'>];
  if ('code' in answer) {
    await once(first, 'exit');
    throw Object.assign(new Error(answer.message), { code: answer.code });
  }

  return {
    port: answer.port,
    async close() {
      isClosing = true;
      await Promise.all([...children].map(end));
    },
  };

  function start(): ChildProcess {
    const child = fork(acceptor);
    children.add(child);
    child.once('exit', () => children.delete(child));
    child.on('message', (word: Word, listener) => {
      if (word === 'taken') {
        passOn(listener as SendHandle & { close(): void });
      }
    });
    return child;
  }

  // The listening socket goes from one child to the next. Whoever comes meanwhile waits in the kernel's queue.
  function passOn(listener: SendHandle & { close(): void }): void {
    if (isClosing) {
      listener.close();
    } else {
      start().send('accept', listener, () => listener.close());
    }
  }
}

function end(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  return ended;
}
