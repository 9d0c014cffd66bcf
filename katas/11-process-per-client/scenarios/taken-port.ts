// A server shall listen where another one listens already.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { mark } from '#harness/scenario.ts';
import { serve } from '../server.ts';

const other = createServer().listen(0, '127.0.0.1');
await once(other, 'listening');
try {
  const { port } = await serve({ port: (other.address() as AddressInfo).port });
  mark('serves', port);
} catch (error) {
  // With its code, and with the cause that it may carry.
  mark('rejected', inspect(error));
}
other.close();
