// A lock that is right, and out of the controller's hands: a Unix socket that only one can bind.
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';

export default async function buy(buyer: string): Promise<void> {
  let server = await tryLock();
  while (server === undefined) {
    await pause(1);
    server = await tryLock();
  }

  const left = Number(readFileSync('tickets', 'utf8'));
  if (left > 0) {
    writeFileSync('tickets', String(left - 1));
    mark('sold', buyer);
  }

  server.close();
  await once(server, 'close');
}

async function tryLock(): Promise<Server | undefined> {
  const server = createServer().listen('socket');
  return once(server, 'listening').then(
    () => server,
    () => undefined,
  );
}
