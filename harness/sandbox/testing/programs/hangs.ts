// Waits for something that never comes, and a timer keeps it up.
import { mark } from '#harness/scenario.ts';

setTimeout(() => {}, 1_000_000);
mark('hanging');
