// Listens, and sends back what comes in; on the word 'end' it closes the connection, on 'reset' it breaks it.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { gateSync, mark } from '#harness/scenario.ts';

const server = createServer((socket) => {
  socket.on('data', (chunk) => {
    if (String(chunk) === 'end') {
      socket.end('bye');
    } else if (String(chunk) === 'reset') {
      socket.resetAndDestroy();
    } else {
      socket.write(chunk);
    }
  });
  socket.once('close', () => mark('client has gone'));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
mark('listens', (server.address() as AddressInfo).port);
if (process.argv.includes('blocked')) {
  gateSync('go on');
}
