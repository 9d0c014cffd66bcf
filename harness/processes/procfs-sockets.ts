import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { endianness } from 'node:os';
import { type Endpoint, gatherHolders, type Holding, type SocketEntry, type SocketTable } from './socket.ts';

/** The states by their number in the kernel (net/tcp_states.h). */
const STATES: readonly string[] = [
  'UNKNOWN',
  'ESTABLISHED',
  'SYN_SENT',
  'SYN_RECV',
  'FIN_WAIT1',
  'FIN_WAIT2',
  'TIME_WAIT',
  'CLOSE',
  'CLOSE_WAIT',
  'LAST_ACK',
  'LISTEN',
  'CLOSING',
  'NEW_SYN_RECV',
];

const MAPPED_IPV4 = /^0{20}ffff/;

/** The table of sockets of Linux: /proc/net/tcp says what each is, and /proc/PID/fd who holds it (`proc_pid_net(5)`). */
export function procfsSockets(): SocketTable {
  return {
    source: 'procfs',
    async list(pids) {
      // Who holds what first: a socket that is closed in between is in the table no more, one that is opened is nobody's.
      const held = pids.flatMap((pid) => inodesOf(pid).map((inode) => ({ pid, inode })));
      const sockets = new Map([...readSockets('tcp'), ...readSockets('tcp6')]);
      return gatherHolders(
        held.flatMap(({ pid, inode }): Holding[] => {
          const socket = sockets.get(inode);
          return socket === undefined ? [] : [{ pid, ...socket }];
        }),
      );
    },
  };
}

function inodesOf(pid: number): string[] {
  const directory = `/proc/${pid}/fd`;
  const names = unlessUnseen(() => readdirSync(directory)) ?? [];
  return names.flatMap((name) => {
    const target = unlessUnseen(() => readlinkSync(`${directory}/${name}`));
    return /^socket:\[(\d+)\]$/.exec(target ?? '')?.[1] ?? [];
  });
}

function readSockets(family: 'tcp' | 'tcp6'): [string, Omit<SocketEntry, 'holders'>][] {
  // A kernel may have been built without IPv6.
  const [, ...lines] = (unlessUnseen(() => readFileSync(`/proc/net/${family}`, 'utf8')) ?? '').trim().split('\n');
  return lines.map((line) => {
    const [, local = '', remote = '', state = '', , , , , , inode = ''] = line.trim().split(/\s+/);
    const name = STATES[Number.parseInt(state, 16)] ?? 'UNKNOWN';
    return [inode, { identity: inode, state: name, local: parseEndpoint(local), remote: parseEndpoint(remote) }];
  });
}

/** Reads `0100007F:1F90`: the address in words of 32 bits, each as the processor keeps it, and the port. */
function parseEndpoint(text: string): Endpoint {
  const [words = '', port = ''] = text.split(':');
  const hex = words.replace(/.{8}/g, (word) => (endianness() === 'LE' ? reverseBytes(word) : word)).toLowerCase();
  const isIpv4 = hex.length === 8 || MAPPED_IPV4.test(hex);
  return { address: isIpv4 ? dotted(hex.slice(-8)) : colons(hex), port: Number.parseInt(port, 16) };
}

function reverseBytes(word: string): string {
  return Buffer.from(word, 'hex').reverse().toString('hex');
}

function dotted(hex: string): string {
  return [...Buffer.from(hex, 'hex')].join('.');
}

function colons(hex: string): string {
  // The parser of URLs writes IPv6 as RFC 5952 says, the longest run of zeros left out.
  return new URL(`http://[${hex.replace(/.{4}(?!$)/g, '$&:')}]`).hostname.slice(1, -1);
}

function unlessUnseen<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    // Gone, or another user's.
    return undefined;
  }
}
