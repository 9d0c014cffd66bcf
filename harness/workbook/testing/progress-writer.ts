// Writes progress over and over until it is killed, or so often that nobody will kill it any more.
import { findKatas } from '../katas.ts';
import { recordHints } from '../progress.ts';

const [root = ''] = process.argv.slice(2);
const [kata] = await findKatas(root);
for (let hints = 1; kata && hints <= 100_000; hints += 1) {
  recordHints(root, kata, hints);
  if (hints === 1) process.stdout.write('writing\n');
}
