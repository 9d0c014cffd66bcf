// Draws numbers, in every way there is.
import { randomBytes, randomFillSync, randomInt, randomUUID } from 'node:crypto';
import { mark } from '#harness/scenario.ts';

export default function draw(): void {
  const { crypto } = globalThis;
  mark('drawn', {
    fractions: [Math.random(), Math.random()],
    bytes: [randomBytes(8).toString('hex'), randomFillSync(Buffer.alloc(8), 4).toString('hex')],
    values: [...crypto.getRandomValues(new Uint16Array(4))],
    integers: [randomInt(1_000_000_000), randomInt(500_000_000, 1_000_000_000)],
    uuids: [randomUUID(), crypto.randomUUID()],
  });
}
