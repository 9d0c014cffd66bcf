import { existsSync } from 'node:fs';
import { lsofSockets } from './lsof-sockets.ts';
import { procfsSockets } from './procfs-sockets.ts';
import type { SocketTable } from './socket.ts';

/** The best reader of the table of sockets that this system has: procfs (Linux), or else `lsof`. */
export function socketTable(): SocketTable {
  return existsSync('/proc/self/net/tcp') ? procfsSockets() : lsofSockets();
}
