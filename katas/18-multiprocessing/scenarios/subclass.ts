// A program talks to a process of a class of its own, through a socket.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { mark } from '#harness/scenario.ts';
import { UpperCaser } from './upper-caser.ts';

const server = createServer().listen('upper-case');
await once(server, 'listening');
const upperCaser = new UpperCaser('to be set');
upperCaser.daemon = true;
upperCaser.path = 'upper-case';
upperCaser.start();
upperCaser.path = 'too late';
const [socket]: Socket[] = await once(server, 'connection');
for (const text of ['hello', 'world']) {
  socket?.write(text);
  const [answer] = socket === undefined ? [] : await once(socket, 'data');
  mark('answer', `${answer}`);
}

socket?.end();
server.close();
await upperCaser.join();
mark('joined', { exitCode: upperCaser.exitCode, served: upperCaser.served });
