// An endless loop, after it has told that it begins.
import { mark } from '#harness/scenario.ts';

mark('looping');
for (;;) {}
