// The first task throws at once, the second one does well.
import { mark } from '#harness/scenario.ts';
import { runAll } from '../join.ts';

const module = new URL('./tasks.ts', import.meta.url);
const exits = await runAll([
  { module, name: 'fail' },
  { module, name: 'succeed' },
]);
mark('results', exits);
