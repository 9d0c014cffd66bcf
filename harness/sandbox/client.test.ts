import { createServer } from 'node:net';
import { expect } from 'vitest';
import { escapeBytes } from './escape-bytes.ts';
import type { Run } from './run.ts';
import { test } from './testing/play.ts';

const limits = { restMs: 300 };

async function portOf(run: Run): Promise<number> {
  return Number((await run.mark('listens')).data);
}

test('sends bytes, and waits for as many as are asked for', async ({ play }) => {
  const run = await play('echoes');
  const client = await run.connect(await portOf(run));
  client.send(Buffer.from('hello'));
  expect(String(await client.receive(2))).toBe('he');
  expect(String(await client.receive(3))).toBe('llo');
  client.close();
  await run.mark('client has gone');
  await client.closed();
});

test('is known by its port in the table of sockets', async ({ play }) => {
  const run = await play('echoes');
  const port = await portOf(run);
  const client = await run.connect(port, { first: Buffer.from('x') });
  await client.receive(1);
  expect(await run.sockets()).toMatchObject([
    { state: 'LISTEN', local: { address: '127.0.0.1', port }, holders: [run.pid] },
    { state: 'ESTABLISHED', local: { port }, remote: { address: '127.0.0.1', port: client.port }, holders: [run.pid] },
  ]);
});

test('connects, and sends its first bytes, before anybody has accepted', async ({ play }) => {
  const run = await play('echoes', { args: ['blocked'] });
  const port = await portOf(run);
  await run.gate('go on').reachedBy(1);
  const client = await run.connect(port, { first: Buffer.from('first') });
  expect(await run.sockets()).toHaveLength(1);
  run.gate('go on').open();
  expect(String(await client.receive(5))).toBe('first');
});

test('gives up when nothing happens any more, and says what came', async ({ play }) => {
  const run = await play('echoes', { limits });
  const client = await run.connect(await portOf(run), { first: Buffer.from('he\n\xff', 'latin1') });
  await expect(client.receive(5, { otherwise: 'some-diagnosis' })).rejects.toMatchObject({
    expected: '5 bytes to come in',
    saw: '4 came: he\\x0a\\xff; for 0.3 s nothing more happened',
    gaveUp: 'at rest',
    diagnosis: 'some-diagnosis',
  });
  await expect(client.closed()).rejects.toMatchObject({
    saw: 'it stayed open; for 0.3 s nothing more happened',
  });
});

test('gives up at once when the connection ends', async ({ play }) => {
  const run = await play('echoes', { limits: { restMs: 1_000_000 } });
  const port = await portOf(run);
  const ended = await run.connect(port, { first: Buffer.from('end') });
  await expect(ended.receive(4)).rejects.toMatchObject({
    saw: '3 came: bye; then the connection ended: it was closed',
  });
  const broken = await run.connect(port, { first: Buffer.from('reset') });
  await expect(broken.receive(1, { otherwise: 'some-diagnosis' })).rejects.toMatchObject({
    saw: 'none came; then the connection ended: ECONNRESET',
    diagnosis: 'some-diagnosis',
  });
  await broken.closed();
  broken.send(Buffer.from('into the void'));
});

test('says that it was refused', async ({ play }) => {
  const run = await play('echoes');
  const port = await freePort();
  await expect(run.connect(port)).rejects.toMatchObject({
    expected: `a connection to port ${port}`,
    saw: 'none: ECONNREFUSED',
  });
  // A program may tell anything.
  await expect(run.connect(Number('8080/tcp'))).rejects.toMatchObject({ saw: 'none: there is no such port' });
});

test('ends with the run', async ({ play }) => {
  const run = await play('echoes', { limits: { restMs: 1_000_000 } });
  const client = await run.connect(await portOf(run));
  const waiting = Promise.allSettled([client.receive(1)]);
  await run.close();
  expect(await waiting).toMatchObject([{ status: 'rejected' }]);
  await client.closed();
});

test('shows every byte, and no two alike', () => {
  const shown = Array.from({ length: 256 }, (_, byte) => escapeBytes(Uint8Array.of(byte)));
  expect(new Set(shown).size).toBe(256);
  expect(escapeBytes(Buffer.from('Ä\\n '))).toBe('\\xc3\\x84\\\\n ');
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
