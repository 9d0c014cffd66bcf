// Waits at a gate.
import { gate } from '#harness/scenario.ts';

await gate('end');
