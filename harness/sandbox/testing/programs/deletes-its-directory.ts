// Its working directory is gone, and it lives on in it.
import { rmSync } from 'node:fs';
import { gate, mark } from '#harness/scenario.ts';

rmSync(process.cwd(), { recursive: true });
mark('deleted');
await gate('never');
