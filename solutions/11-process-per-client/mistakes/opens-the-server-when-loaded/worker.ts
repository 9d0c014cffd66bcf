// Serves the one client that it is sent.
import type { Socket } from 'node:net';
import { talk } from './server.ts';

process.once('message', (_message, client: Socket) => talk(client));
