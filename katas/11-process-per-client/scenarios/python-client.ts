// A client in Python, as it would be written there, says the same three times.
import { execFile, spawnSync } from 'node:child_process';
import { gate, mark } from '#harness/scenario.ts';
import { serve } from '../server.ts';

const program = `
import socket, sys
with socket.socket() as client:
    client.connect(('127.0.0.1', int(sys.argv[1])))
    for _ in range(3):
        client.send(b'hello big baby~')
        # The answer may come in pieces.
        print(client.recv(15, socket.MSG_WAITALL).decode('utf8'))
`;

const { port } = await serve({ port: 0 });
if (spawnSync('python3', ['-c', 'import socket']).status === 0) {
  execFile('python3', ['-c', program, `${port}`], (_error, stdout, stderr) => {
    console.error(stderr);
    mark('python has printed', stdout);
  });
} else {
  mark('python has printed', 'nothing: it is not here');
}
await gate('never opened');
