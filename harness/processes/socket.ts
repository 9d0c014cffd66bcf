/** An end of a TCP connection or a place to listen: an address of this machine, or another's. */
export interface Endpoint {
  /** IPv4 as `127.0.0.1`, also where it comes through a socket of IPv6; IPv6 as `::1`; every address as `0.0.0.0` or `::`. */
  address: string;
  port: number;
}

/** One TCP socket, and which processes hold it. */
export interface SocketEntry {
  /** Tells it from every other socket of the machine: two processes that hold the same identity share one socket. */
  identity: string;
  /** As netstat(8) names it: LISTEN, ESTABLISHED, CLOSE_WAIT, ... */
  state: string;
  local: Endpoint;
  /** Port 0 while it listens. */
  remote: Endpoint;
  /** Pids of those that were asked for and hold it, each once, in ascending order. */
  holders: number[];
}

/** A reader of the table of sockets. Every reader gives the same answers. */
export interface SocketTable {
  readonly source: 'procfs' | 'lsof';
  /**
   * The TCP sockets that some processes hold. One that nobody has accepted yet is held by nobody, so it is not among them; nor is
   * what may not be seen.
   * @param pids whose; one that is gone holds nothing
   */
  list(pids: readonly number[]): Promise<SocketEntry[]>;
}

/** One sight of a socket in the hand of one process. */
export interface Holding extends Omit<SocketEntry, 'holders'> {
  pid: number;
}

/** Brings together who holds the same socket. */
export function gatherHolders(holdings: readonly Holding[]): SocketEntry[] {
  const sockets = new Map<string, SocketEntry>();
  for (const { pid, ...socket } of holdings) {
    const entry = sockets.get(socket.identity) ?? { ...socket, holders: [] };
    sockets.set(socket.identity, entry);
    // Two descriptors of one process, standard input and output say, are one holder.
    if (!entry.holders.includes(pid)) {
      entry.holders.push(pid);
    }
  }

  return [...sockets.values()].map((entry) => ({ ...entry, holders: entry.holders.sort((a, b) => a - b) }));
}
