// Says something long, and is killed in the same moment.
import { mark } from '#harness/scenario.ts';

mark('last words', 'x'.repeat(200_000));
process.kill(process.pid, 'SIGKILL');
