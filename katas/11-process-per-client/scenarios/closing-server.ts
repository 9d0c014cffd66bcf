// A server that is closed when the test says so; then another one is opened at the same port.
import { setTimeout as pause } from 'node:timers/promises';
import { gate, mark, speedUpTime } from '#harness/scenario.ts';
import { serve } from '../server.ts';

// Whoever gives the workers some time to end need not be waited for.
await speedUpTime(1000);
const server = await serve({ port: 0 });
mark('serves', server.port);
await gate('close');
const closing = server.close().then(() => mark('closed'));
await pause(60_000);
mark('a minute is over');
await closing;
await gate('open again');
const again = await serve({ port: server.port }).catch((error) => ({ port: String(error), close() {} }));
mark('serves again', again.port);
await again.close();
