// A server whose program is busy with something else when its clients come: it accepts them later.
import { gate, gateSync, mark } from '#harness/scenario.ts';
import { serve } from '../server.ts';

const { port } = await serve({ port: 0 });
mark('serves', port);
gateSync('busy');
await gate('never opened');
