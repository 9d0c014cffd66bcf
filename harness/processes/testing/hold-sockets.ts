// Listens at 127.0.0.1 and at ::, connects to both, and hands a socket to a child: then says at which ports.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

const sockets = [];
const ports = [];
for (const host of ['127.0.0.1', '::']) {
  const server = createServer({ pauseOnConnect: true }).listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect(port, '127.0.0.1');
  const [[accepted]] = await Promise.all([once(server, 'connection'), once(client, 'connect')]);
  sockets.push(client, accepted);
  ports.push(port, client.localPort);
}

const child = spawn('/bin/sleep', ['60'], { stdio: [sockets[1], sockets[1], 'ignore'] });
await once(child, 'spawn');
console.log(JSON.stringify({ ports, child: child.pid }));
await once(child, 'exit');
