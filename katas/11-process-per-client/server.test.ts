import { type Client, escapeBytes, expect, fc, forAny, type Run, test } from '#harness/test.ts';

const HELLO = Buffer.from('hello big baby~');
const MANY = 30;
/** So many clients come in the same moment: as many as the lesson's `listen(5)` lets wait. */
const AT_ONCE = 5;

/** Waits until the server listens: the port that it tells. */
async function portOf(run: Run): Promise<number> {
  return Number((await run.mark('serves', { otherwise: 'port-not-told' })).data);
}

/** Says hello, and waits for the answer. */
async function greet(client: Client, otherwise: string): Promise<void> {
  client.send(HELLO);
  await hear(client, { otherwise });
}

async function hear(client: Client, options: { otherwise: string; restMs?: number }): Promise<void> {
  const reply = await client.receive(HELLO.length, options);
  expect(escapeBytes(reply), 'bytes-became-characters').toBe('HELLO BIG BABY~');
}

/** Waits for the answer to the first greeting of a client. */
async function hearFirst(client: Client, otherwise: string): Promise<void> {
  try {
    await hear(client, { otherwise });
  } catch (error) {
    // Does nobody answer, or were the first words lost?
    client.send(HELLO);
    await hear(client, { otherwise, restMs: 500 }).catch(() => Promise.reject(error));
    expect({ 'greeted twice, answers': 1 }, 'early-bytes-lost').toEqual({ 'greeted twice, answers': 2 });
  }
}

/** Connects a client, and waits until it is served. */
async function serveOne(run: Run, port: number, otherwise = 'reply-never-came'): Promise<Client> {
  const client = await run.connect(port, { otherwise: 'port-not-told' });
  client.send(HELLO);
  await hearFirst(client, otherwise);
  return client;
}

/** Expects, by the table of sockets, that every client has a process of its own: gives the pids, several if it has helpers. */
async function expectOwnProcesses(run: Run, port: number, clients: Client[]): Promise<number[][]> {
  const sockets = (await run.sockets()).filter(({ local }) => local.port === port);
  const listeners = [run.pid, ...sockets.flatMap(({ state, holders }) => (state === 'LISTEN' ? holders : []))];
  const served = clients.map((client) => {
    const { holders = [] } = sockets.find(({ remote }) => remote.port === client.port) ?? {};
    return holders.filter((pid) => !listeners.includes(pid));
  });
  const workers = served.map((pids, index) =>
    pids.filter((pid) => served.every((others, other) => other === index || !others.includes(pid))),
  );

  const [some, own] = [served, workers].map((lists) => lists.filter(({ length }) => length > 0).length);
  const seen = [own, Number(some) - Number(own), clients.length - Number(some)];
  const isForwarded = some === 0 && (await run.processes()).length > clients.length;
  const say = ([alone, together, byListener]: (number | undefined)[]) => ({
    'served by a process of their own': alone,
    'served by a process that serves others too': together,
    'served by the process that listens': byListener,
  });
  const usualReason = isForwarded ? 'bytes-pass-through-the-parent' : 'clients-share-a-process';
  expect(say(seen), usualReason).toEqual(say([clients.length, 0, 0]));
  return workers;
}

/** Connects a client, and waits until it is served, by a process of its own: its pid, or pids if it has helpers. */
async function serveOneApart(run: Run, port: number): Promise<{ client: Client; workers: number[] }> {
  const client = await serveOne(run, port);
  const [workers = []] = await expectOwnProcesses(run, port, [client]);
  return { client, workers };
}

/** Sends a signal to those of them that have not ended yet. */
async function signalAll(run: Run, signal: NodeJS.Signals, pids: number[]): Promise<void> {
  await Promise.allSettled(pids.map((pid) => run.signal(signal, pid)));
}

test('listens at the port that it tells, and at 127.0.0.1 alone', async ({ sandbox }) => {
  const run = await sandbox.play('open-server');
  const port = await portOf(run);
  const addresses = (await run.sockets()).flatMap(({ state, local }) =>
    state === 'LISTEN' && local.port === port ? local.address : [],
  );
  expect({ 'nobody listens there': addresses.length === 0 }, 'port-not-told').toEqual({
    'nobody listens there': false,
  });
  expect({ 'listens at': addresses }, 'open-to-other-machines').toEqual({ 'listens at': ['127.0.0.1'] });
});

test('serves every client in a process of its own', async ({ sandbox }) => {
  const run = await sandbox.play('open-server');
  const port = await portOf(run);
  const clients = [await serveOne(run, port), await serveOne(run, port, 'client-kept-waiting')];
  await expectOwnProcesses(run, port, clients);
});

test('opens the listening socket once, not again in each worker', async ({ sandbox }) => {
  const run = await sandbox.play('open-server');
  await serveOne(run, await portOf(run));
  const listening = (await run.sockets()).filter(({ state }) => state === 'LISTEN');
  const byPort = listening.map(({ local, holders }) => `port ${local.port}, held by ${holders.join(' and ')}`);
  expect({ 'listening sockets': byPort }, 'listening-socket-opened-again').toEqual({
    'listening sockets': byPort.slice(0, 1),
  });
});

test('answers the client that the lesson has in Python', async ({ sandbox, skip }) => {
  const run = await sandbox.play('python-client');
  const { data } = await run.mark('python has printed', { otherwise: 'reply-never-came' });
  skip(data === 'nothing: it is not here', 'there is no python3 here');
  expect({ printed: data }, 'reply-never-came').toEqual({ printed: 'HELLO BIG BABY~\n'.repeat(3) });
});

test('a client that says nothing delays nobody', async ({ sandbox }) => {
  const run = await sandbox.play('open-server');
  const port = await portOf(run);
  const silent = await run.connect(port, { otherwise: 'port-not-told' });
  await serveOne(run, port, 'client-kept-waiting');
  await greet(silent, 'reply-never-came');
});

test('a worker that is stuck delays nobody but its own client', async ({ sandbox }) => {
  const run = await sandbox.play('open-server');
  const port = await portOf(run);
  const { client, workers } = await serveOneApart(run, port);
  // It gets no further, as in a loop without end, and does not heat the machine.
  await signalAll(run, 'SIGSTOP', workers);

  client.send(HELLO);
  await serveOne(run, port, 'client-kept-waiting');
  await signalAll(run, 'SIGCONT', workers);

  await hear(client, { otherwise: 'reply-never-came' });
});

test('sends back any bytes, split anywhere, with ASCII letters in upper case', async ({ sandbox }) => {
  const run = await sandbox.play('open-server');
  const client = await serveOne(run, await portOf(run));
  const byteByByte = [...Buffer.from('aß小🐼')].map((byte) => Uint8Array.of(byte));
  const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  await forAny(
    [fc.array(fc.uint8Array({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 })],
    async (chunks) => {
      for (const chunk of chunks) {
        // The answer to it is waited for, so that the next one is read apart from it.
        client.send(chunk);
        const reply = await client.receive(chunk.length, { otherwise: 'bytes-became-characters' });
        expect(escapeBytes(reply), 'bytes-became-characters').toBe(escapeBytes(upper(chunk)));
      }
    },
    { runs: 8, examples: [[byteByByte], [[everyByte]]] },
  );

  const long = Buffer.from('more than fits into one reading\n'.repeat(4_096));
  client.send(long);
  const reply = await client.receive(long.length, { otherwise: 'reply-never-came' });
  expect({ 'a long text comes back': reply.equals(upper(long)) }, 'wrong-answer').toEqual({
    'a long text comes back': true,
  });
});

test('loses nothing that a client sends in the moment in which it connects', async ({ sandbox }) => {
  const run = await sandbox.play('busy-server');
  const port = await portOf(run);
  await run.gate('busy').reachedBy(1);
  const clients = await Promise.all([1, 2].map(() => run.connect(port, { first: HELLO, otherwise: 'port-not-told' })));
  run.gate('busy').open();
  for (const client of clients) {
    await hearFirst(client, 'client-kept-waiting');
  }
});

test('a worker that crashes costs its own client alone, who sees the connection close', async ({ sandbox }) => {
  const run = await sandbox.play('open-server');
  const port = await portOf(run);
  const { client, workers } = await serveOneApart(run, port);
  const other = await serveOne(run, port, 'client-kept-waiting');
  await signalAll(run, 'SIGKILL', workers);

  await client.closed({ otherwise: 'client-not-told' });
  await Promise.all(workers.map((worker) => run.reaped(worker, { otherwise: 'worker-outlives-its-client' })));
  await greet(other, 'crash-spread');
  const newcomer = await run.connect(port, { otherwise: 'crash-spread' });
  await greet(newcomer, 'crash-spread');
});

test('the worker of a client that has gone ends, and is collected', async ({ sandbox }) => {
  const run = await sandbox.play('open-server');
  const { client, workers } = await serveOneApart(run, await portOf(run));
  client.close();
  await Promise.all(workers.map((worker) => run.reaped(worker, { otherwise: 'worker-outlives-its-client' })));
});

test('serves thirty clients at once, each in a process of its own', async ({ sandbox }) => {
  const run = await sandbox.play('open-server', { limits: { processes: 3 * MANY, wallMs: 30_000 } });
  const port = await portOf(run);
  const clients: Client[] = [];
  while (clients.length < MANY) {
    const group = Array.from({ length: AT_ONCE }, () =>
      run.connect(port, { first: HELLO, otherwise: 'client-kept-waiting' }),
    );
    for (const client of await Promise.all(group)) {
      await hearFirst(client, 'client-kept-waiting');
      clients.push(client);
    }
  }

  await expectOwnProcesses(run, port, clients);
});

test('close() ends every worker, and frees the port', async ({ sandbox }) => {
  const run = await sandbox.play('closing-server');
  const port = await portOf(run);
  const { client, workers } = await serveOneApart(run, port);
  // A worker that ends only when it goes on shows whether close() waits for it.
  await signalAll(run, 'SIGSTOP', workers);

  run.gate('close').open();
  await run.mark('a minute is over');
  if (run.marks('closed').length === 0) {
    await signalAll(run, 'SIGCONT', workers);
  }

  await run.mark('closed', { otherwise: 'close-never-ends' });
  const left = (await run.processes()).filter(({ pid }) => pid !== run.pid);
  expect({ 'workers left': left.map(({ pid }) => pid) }, 'workers-outlive-close').toEqual({ 'workers left': [] });
  await client.closed({ otherwise: 'client-not-told' });

  run.gate('open again').open();
  const { data } = await run.mark('serves again', { otherwise: 'port-not-freed' });
  expect({ 'serves again at': data }, 'port-not-freed').toEqual({ 'serves again at': port });
  expect(await run.ended({ otherwise: 'close-never-ends' })).toHaveExitedWith(0);
});

test('rejects with the cause when the port is in use', async ({ sandbox }) => {
  const run = await sandbox.play('taken-port');
  const { data } = await run.mark('rejected', { otherwise: 'listen-error-lost' });
  expect(data, 'listen-error-lost').toMatch('EADDRINUSE');
  expect(await run.ended({ otherwise: 'rejected-and-kept-running' })).toHaveExitedWith(0);
});

/** As `bytes.upper()` of Python: ASCII letters, and nothing else. */
function upper(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte));
}
