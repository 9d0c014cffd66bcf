// Fills the journal as fast as it can.
import { mark } from '#harness/scenario.ts';

for (;;) {
  mark('again', 'x'.repeat(10_000));
}
