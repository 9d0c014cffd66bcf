// Closes one of two cells, and looks at once whether its process is there.
import { mark } from '#harness/scenario.ts';
import { openCell } from '../isolation.ts';

const [closed, other] = [await openCell(1), await openCell(2)];
mark('cells', [closed.pid, other.pid]);
await closed.close();
mark('closed', isThere(closed.pid) ? 'still there' : 'gone');
mark('the other answers', await other.get());
await other.close();

// Signal 0 is never delivered: the system only says whether there is somebody to send it to (kill(2)).
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
