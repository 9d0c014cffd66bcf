// A client in Python, as it would be written there, says the same three times.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { gate, mark } from '#harness/scenario.ts';
import { serve } from '../server.ts';

const program = `
import socket, sys
with socket.socket() as client:
    client.connect(('127.0.0.1', int(sys.argv[1])))
    for _ in range(3):
        client.send(b'hello big baby~')
        # The answer may come in pieces.
        print(client.recv(15, socket.MSG_WAITALL).decode('utf8'), flush=True)
`;

const server = await serve({ port: 0 });
if (spawnSync('python3', ['-c', 'import socket']).status === 0) {
  const client = spawn('python3', ['-c', program, `${server.port}`], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [status] = await once(client, 'exit');
  mark('python', { status });
} else {
  mark('python', 'is missing');
}
await gate('never opened');
