// A server that is open, until the test is over.
import { gate, mark } from '#harness/scenario.ts';
import { serve } from '../server.ts';

const { port } = await serve({ port: 0 });
mark('serves', port);
await gate('never opened');
