// Two cells. The first one is asked, and before its answer has come, the other one.
import { gate, mark } from '#harness/scenario.ts';
import { openCell } from '../isolation.ts';

const [one, other] = [await openCell(1), await openCell(2)];
mark('cells', [one.pid, other.pid]);
await gate('ask');
const questions = [one.get().then(() => mark('answered', 'get')), one.set(3).then(() => mark('answered', 'set'))];
await other.set(4);
mark('the other answers', await other.get());
await Promise.all(questions);
mark('both answered');
await Promise.all([one.close(), other.close()]);
