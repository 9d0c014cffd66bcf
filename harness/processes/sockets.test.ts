import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { lsofSockets, parseHoldings } from './lsof-sockets.ts';
import { procfsSockets } from './procfs-sockets.ts';
import { socketTable } from './sockets.ts';
import { hasLsof, hasProcfs } from './testing/readers.ts';
import { test } from './testing/start-process.ts';

const program = fileURLToPath(new URL('./testing/hold-sockets.ts', import.meta.url));
const nodeFlags = ['--import', new URL('../typescript/register.mjs', import.meta.url).href];
const readers = [...(hasProcfs ? [procfsSockets()] : []), ...(hasLsof ? [lsofSockets()] : [])];

describe.each(readers)('the reader of $source', (table) => {
  test('shows who listens where, who is connected to whom, and who shares a socket', async ({ start }) => {
    const { pid, firstOutput } = await start(process.execPath, [...nodeFlags, program]);
    const { ports, child } = JSON.parse(await firstOutput);
    try {
      const [port, client, anyPort, anyClient] = ports;
      const sockets = await table.list([child, pid]);
      expect(new Set(sockets.map(({ identity }) => identity)).size).toBe(6);
      const facts = sockets.map(({ identity: _, ...fact }) => fact);
      const here = (at: number) => ({ address: '127.0.0.1', port: at });
      const listen = (address: string, at: number) => ({
        state: 'LISTEN',
        local: { address, port: at },
        remote: { address: address === '::' ? '::' : '0.0.0.0', port: 0 },
        holders: [pid],
      });
      const connection = (from: number, to: number, holders: number[]) => ({
        state: 'ESTABLISHED',
        local: here(from),
        remote: here(to),
        holders,
      });
      expect(facts).toHaveLength(6);
      expect(facts).toEqual(
        expect.arrayContaining([
          listen('127.0.0.1', port),
          listen('::', anyPort),
          connection(client, port, [pid]),
          connection(
            port,
            client,
            [pid, child].sort((a, b) => a - b),
          ),
          connection(anyClient, anyPort, [pid]),
          // IPv4 through a socket of IPv6.
          connection(anyPort, anyClient, [pid]),
        ]),
      );
    } finally {
      process.kill(child, 'SIGKILL');
    }
  });

  test('has nothing to say of nobody, nor of one that is gone', async ({ start }) => {
    const gone = await start('/bin/sleep', ['60']);
    await gone.end();
    expect(await table.list([])).toEqual([]);
    expect(await table.list([gone.pid])).toEqual([]);
  });
});

test('takes the best reader that there is', () => {
  expect(socketTable().source).toBe(hasProcfs ? 'procfs' : 'lsof');
});

test('reads what lsof says on macOS', () => {
  const output = [
    'p41\0',
    'f12\0tIPv4\0d0x9a3f11\0n127.0.0.1:8080\0TST=LISTEN\0TQR=0\0',
    'p42\0',
    'f0\0tIPv6\0d0x9a3f22\0n[::1]:8080->[::1]:50123\0TST=CLOSED\0',
    'f1\0tIPv6\0d0x9a3f33\0n*:*\0TST=CLOSED\0',
    '',
  ].join('\n');
  expect(parseHoldings(output)).toEqual([
    {
      pid: 41,
      identity: '0x9a3f11',
      state: 'LISTEN',
      local: { address: '127.0.0.1', port: 8080 },
      remote: { address: '0.0.0.0', port: 0 },
    },
    {
      pid: 42,
      identity: '0x9a3f22',
      state: 'CLOSE',
      local: { address: '::1', port: 8080 },
      remote: { address: '::1', port: 50123 },
    },
    {
      pid: 42,
      identity: '0x9a3f33',
      state: 'CLOSE',
      local: { address: '::', port: 0 },
      remote: { address: '::', port: 0 },
    },
  ]);
});
