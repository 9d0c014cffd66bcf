import { type Endpoint, gatherHolders, type Holding, type SocketTable } from './socket.ts';
import { runSystemProgram } from './system-program.ts';

const NOWHERE = '*:0';

/** The table of sockets as `lsof(8)` gives it, for systems without procfs. */
export function lsofSockets(): SocketTable {
  return {
    source: 'lsof',
    async list(pids) {
      if (pids.length === 0) {
        return [];
      }

      // -a: both conditions; -n, -P: numbers, no names; -w: no warnings. Its exit status is 1 as soon as one pid is gone.
      const selection = ['-w', '-n', '-P', '-a', '-iTCP', '-p', pids.join(',')];
      const { stdout } = await runSystemProgram('lsof', [...selection, '-F0pftdnT']);
      return gatherHolders(parseHoldings(stdout));
    },
  };
}

/** Reads the fields of lsof: a letter and a value each, ended by NUL; a line break ends the fields of one process or file. */
export function parseHoldings(output: string): Holding[] {
  let pid = Number.NaN;
  return output.split('\0\n').flatMap((line): Holding[] => {
    const fields = line.split('\0').map((field) => [field.charAt(0), field.slice(1)] as const);
    const field = (letter: string) => fields.find(([name]) => name === letter)?.[1] ?? '';
    const name = field('n');
    if (name === '') {
      pid = field('p') === '' ? pid : Number(field('p'));
      return [];
    }

    const [local = NOWHERE, remote = NOWHERE] = name.split('->');
    const everywhere = field('t') === 'IPv6' ? '::' : '0.0.0.0';
    const state =
      fields.find(([letter, value]) => letter === 'T' && value.startsWith('ST='))?.[1].slice(3) ?? 'UNKNOWN';
    return [
      {
        pid,
        // The inode on Linux, the address of the kernel's own record on BSD and macOS.
        identity: field('d'),
        state: state === 'CLOSED' ? 'CLOSE' : state,
        local: parseEndpoint(local, everywhere),
        remote: parseEndpoint(remote, everywhere),
      },
    ];
  });
}

function parseEndpoint(text: string, everywhere: string): Endpoint {
  const colon = text.lastIndexOf(':');
  const address = text.slice(0, colon).replace(/^\[|\]$/g, '');
  // A socket that is not bound yet has `*:*`.
  return { address: address === '*' ? everywhere : address, port: Number(text.slice(colon + 1)) || 0 };
}
