// Nothing to do, nothing to wait for.
import { mark } from '#harness/scenario.ts';
import { runAll } from '../join.ts';

mark('results', await runAll([]));
